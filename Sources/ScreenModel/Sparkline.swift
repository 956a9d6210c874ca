/// A row of blocks that shows numbers by height: ▁▂▃▄▅▆▇█.
public enum Sparkline {
  public static let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The block for one number.
  ///
  /// - Returns: a blank for 0 and less; at least ▁ for anything above, so that one article in a month
  ///   of a large archive stays visible; █ for the maximum.
  public static func block(for value: Int, maximum: Int) -> String {
    guard value > 0, maximum > 0 else { return " " }
    // `rounded()` would ask for the mathematics library.
    let clipped = min(value, maximum)
    return blocks[Int((Double(clipped) / Double(maximum)) * 7 + 0.5)]
  }

  /// One block for each number, scaled to the largest of them.
  public static func line(_ values: [Int]) -> String {
    let maximum = values.max() ?? 0
    return values.map { block(for: $0, maximum: maximum) }.joined()
  }
}
