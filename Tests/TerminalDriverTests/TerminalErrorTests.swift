import Testing

@testable import TerminalDriver

@Suite struct TerminalErrorTests {
  @Test func namesAHostileTypeWithoutObeyingIt() {
    let text = TerminalError.unknownType("x\u{1B}[2J").description
    #expect(text.contains("x␛[2J"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func leavesDelaysOut() {
    #expect(Device.withoutPadding("\u{1B}[m$<2>") == "\u{1B}[m")
    #expect(Device.withoutPadding("a$<5/>b$<1*>c$") == "abc$")
    #expect(Device.withoutPadding("") == "")
  }
}
