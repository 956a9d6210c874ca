/// How many columns of the terminal a character takes.
///
/// The one place where width is decided. The values are those of libc's `wcwidth` under C.UTF-8
/// (.ci/cell-widths.py), since ncurses asks that function too; a test compares the two.
public enum CellWidth {
  /// Columns of one code point: 0 for combining marks, 1, 2 for wide ones; nil for what has no place on
  /// a screen (controls, unassigned code points, surrogates).
  ///
  /// - Complexity: O(1) below U+0300, else a binary search in about 2000 ranges.
  public static func columns(of scalar: UInt32) -> Int? {
    if scalar < 0x300 {
      return scalar >= 0xA0 || (scalar >= 0x20 && scalar < 0x7F) ? 1 : nil
    }
    var low = 0
    var high = cellWidthTable.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if cellWidthTable[middle] >> 2 <= scalar { low = middle } else { high = middle }
    }
    let columns = Int(cellWidthTable[low] & 3)
    return columns == 3 ? nil : columns
  }

  /// Columns of a scalar; nil for one that is not displayed.
  public static func columns(of scalar: Unicode.Scalar) -> Int? { columns(of: scalar.value) }
}
