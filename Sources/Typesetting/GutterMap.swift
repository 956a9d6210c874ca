import ScreenModel
import TextModel

/// Marks in the column beside the text, such as the bar along a statement.
public struct GutterMap: Hashable, Sendable {
  /// One mark and the text beside which it stands.
  public struct Mark: Hashable, Sendable {
    /// UTF-8 offsets of the text.
    public var span: TextSpan
    /// One column wide.
    public var glyph: String
    public var role: Role
    /// Of several marks on a row the highest is shown.
    public var priority: Int
  }

  /// In the order of adding.
  public private(set) var marks: [Mark] = []

  /// No marks.
  public init() {}

  /// Adds a mark beside some text.
  public mutating func add(_ span: TextSpan, glyph: String, role: Role, priority: Int = 0) {
    marks.append(Mark(span: span, glyph: glyph, role: role, priority: priority))
  }

  /// The marks that meet a window, so that a screen of a long article need not look at all for each row.
  func meeting(_ window: TextSpan) -> GutterMap {
    var part = GutterMap()
    part.marks = marks.filter { $0.span.overlaps(window) }
    return part
  }

  /// The mark of a row: the one with the highest priority that meets what the row shows, among equals the
  /// first added.
  public func mark(for row: WrappedText.Row) -> Mark? {
    var best: Mark?
    for mark in marks where mark.span.overlaps(row.shown) {
      if best.map({ mark.priority > $0.priority }) ?? true { best = mark }
    }
    return best
  }
}
