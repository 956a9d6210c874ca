/// What the colours of a terminal's palette look like in a picture.
public struct PicturePalette: Sendable, Hashable {
  public var background: String
  public var foreground: String
  /// Frame and title of the window.
  public var frame: String
  /// The eight basic colours and their bright forms.
  var basic: [String]

  public static let dark = PicturePalette(
    background: "#16191f", foreground: "#d5d9e0", frame: "#272b34",
    basic: [
      "#16191f", "#e06c6c", "#6fb56f", "#c9a84c", "#5b9bd8", "#bb7fc4", "#48a8a8", "#d5d9e0",
      "#6b7280", "#ee8a8a", "#8bcb8b", "#dcc06c", "#7fb3e6", "#cf9ad6", "#6cc2c2", "#ffffff",
    ])

  public static let light = PicturePalette(
    background: "#fcfcfa", foreground: "#22262d", frame: "#e4e5e1",
    basic: [
      "#22262d", "#b3261e", "#1f7a1f", "#8a6a00", "#1f5fa8", "#8b3f96", "#0f7272", "#6b7280",
      "#6b7280", "#b3261e", "#1f7a1f", "#8a6a00", "#1f5fa8", "#8b3f96", "#0f7272", "#22262d",
    ])

  /// Red, green and blue of a palette index as `#rrggbb`; from 16 on those of xterm.
  public func colour(_ index: UInt8) -> String {
    if index < 16 { return basic[Int(index)] }
    let parts: [Int]
    if index >= 232 {
      parts = Array(repeating: 8 + 10 * (Int(index) - 232), count: 3)
    } else {
      let cube = Int(index) - 16
      parts = [cube / 36, cube / 6 % 6, cube % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
    }
    return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
