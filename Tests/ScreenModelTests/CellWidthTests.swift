import Glibc
import Testing

@testable import ScreenModel

/// Swift's Glibc module does not show these two.
@_silgen_name("wcwidth") private func libcColumns(_ scalar: Int32) -> Int32
@_silgen_name("gnu_get_libc_version") private func libcVersion() -> UnsafePointer<CChar>

@Suite struct CellWidthTests {
  /// ncurses asks `wcwidth`; another table than its would misplace cells.
  @Test func agreesWithLibc() {
    // The locale of this thread only: tests run in parallel.
    let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    var differing: [String] = []
    for scalar in UInt32(1)..<0x110000 where !(0xD800..<0xE000).contains(scalar) {
      let theirs = libcColumns(Int32(scalar))
      let ours = CellWidth.columns(of: scalar)
      if Int(theirs) != ours ?? -1 { differing.append("U+" + String(scalar, radix: 16)) }
    }
    // Another libc knows another version of Unicode; the scripts of an archive stay as they are.
    let isSameLibc = String(cString: libcVersion()) == "2.36"
    #expect(
      differing.count <= (isSameLibc ? 0 : 20000),
      "run .ci/cell-widths.py; differing: \(differing.prefix(20))")
  }

  @Test(arguments: [
    ("a", 1), ("ß", 1), ("„", 1), ("–", 1), ("│", 1), ("▇", 1), ("漢", 2), ("😀", 2), ("\u{301}", 0),
  ])
  func knowsTheUsualOnes(text: String, columns: Int) throws {
    let scalar = try #require(text.unicodeScalars.first)
    #expect(CellWidth.columns(of: scalar) == columns)
  }
}
