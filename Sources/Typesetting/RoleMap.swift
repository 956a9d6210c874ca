import ScreenModel
import TextModel

/// Which roles and flags the parts of a text have.
///
/// Spans may nest and overlap. The entry with the highest priority gives the role, among equals the
/// innermost (shortest), then the one added last; the flags of all entries add up.
public struct RoleMap: Hashable, Sendable {
  /// What one stretch of text means.
  public struct Entry: Hashable, Sendable {
    /// UTF-8 offsets of the text.
    public var span: TextSpan
    /// Nil for entries that only add flags.
    public var role: Role?
    public var flags: Cell.Flags
    public var priority: Int
  }

  /// A stretch in which nothing changes.
  public struct Segment: Hashable, Sendable {
    public var span: TextSpan
    /// Nil where no entry gives a role.
    public var role: Role?
    public var flags: Cell.Flags
  }

  /// In the order of adding.
  public private(set) var entries: [Entry] = []

  /// Text without meaning.
  public init() {}

  /// Says what a stretch of text means.
  public mutating func add(
    _ span: TextSpan, role: Role?, flags: Cell.Flags = [], priority: Int = 0
  ) {
    guard !span.isEmpty else { return }
    entries.append(Entry(span: span, role: role, flags: flags, priority: priority))
  }

  /// Says what several stretches mean.
  public mutating func add(
    _ spans: [TextSpan], role: Role?, flags: Cell.Flags = [], priority: Int = 0
  ) {
    for span in spans { add(span, role: role, flags: flags, priority: priority) }
  }

  /// The segments of a window in order; together they cover it without a gap.
  ///
  /// - Complexity: O(entries + m·d) for the m entries that meet the window, d of them at one place.
  public func segments(in window: TextSpan) -> [Segment] {
    var meeting: [(order: Int, entry: Entry)] = []
    var bounds: Set<Int> = [window.begin, window.end]
    for (order, entry) in entries.enumerated() {
      guard let part = entry.span.intersection(window) else { continue }
      meeting.append((order, entry))
      bounds.insert(part.begin)
      bounds.insert(part.end)
    }
    meeting.sort { $0.entry.span.begin < $1.entry.span.begin }
    var segments: [Segment] = []
    var active: [(order: Int, entry: Entry)] = []
    var coming = meeting[...]
    let sorted = bounds.sorted()
    for (begin, end) in zip(sorted, sorted.dropFirst()) {
      active.removeAll { $0.entry.span.end <= begin }
      while let first = coming.first, first.entry.span.begin <= begin {
        active.append(first)
        coming.removeFirst()
      }
      let winner = active.filter { $0.entry.role != nil }.max {
        ($0.entry.priority, -$0.entry.span.count, $0.order)
          < ($1.entry.priority, -$1.entry.span.count, $1.order)
      }
      let flags = active.reduce(into: Cell.Flags()) { $0.formUnion($1.entry.flags) }
      if let last = segments.last, last.role == winner?.entry.role, last.flags == flags {
        segments[segments.count - 1].span.end = end
      } else {
        segments.append(
          Segment(span: TextSpan(begin, end), role: winner?.entry.role, flags: flags))
      }
    }
    return segments
  }
}
