/// How far the work behind the corpus is, such as the making of its index.
public struct WorkProgress: Sendable, Equatable {
  /// What is done, in a word ("indexing").
  public var work: String
  public var done: Int
  /// Nil when it is not known.
  public var total: Int?
  /// Items a second, by the last while.
  public var rate: Double?

  public init(work: String, done: Int, total: Int?, rate: Double? = nil) {
    self.work = work
    self.done = done
    self.total = total
    self.rate = rate
  }

  /// "indexing 1,200 of 100,000 · 1,500/s · 1:06 left".
  public var sentence: String {
    guard done > 0 || total != nil else { return "\(work) …" }
    var text = "\(work) \(grouped(done))"
    if let total { text += " of \(grouped(total))" }
    if let rate, rate >= 1 { text += ", \(grouped(Int(rate)))/s" }
    if let seconds = secondsLeft {
      let rest = seconds % 60
      text += ", \(seconds / 60):\(rest < 10 ? "0" : "")\(rest) left"
    }
    return text
  }

  /// Seconds that are left at this rate; nil when that cannot be told.
  public var secondsLeft: Int? {
    guard let total, let rate, rate > 0, done < total else { return nil }
    return Int((Double(total - done) / rate).rounded(.up))
  }
}

/// A number with commas between the thousands.
private func grouped(_ number: Int) -> String {
  var digits = Array(String(number))
  for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
  return String(digits)
}
