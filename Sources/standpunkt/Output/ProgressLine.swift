import CorpusIndex

/// How far the indexing is, on one line of standard error that is written over; only on a terminal, and ten
/// times a second at most.
struct ProgressLine {
  private let isShown: Bool
  private let started = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private var columns = 0

  init(isShown: Bool = StandardError.isTerminal) {
    self.isShown = isShown
  }

  mutating func show(_ progress: UpdateProgress) {
    guard isShown, lastShown.map({ $0.duration(to: .now) > .milliseconds(100) }) ?? true else {
      return
    }
    lastShown = .now
    write(progress.sentence(seconds: seconds))
  }

  /// Takes the line away, so that something else can be said.
  mutating func clear() {
    guard columns > 0 else { return }
    write("")
    columns = 0
  }

  private mutating func write(_ text: String) {
    let blanks = String(repeating: " ", count: max(0, columns - text.count))
    standpunkt.write(Array("\r\(text)\(blanks)\r\(text)".utf8), to: 2)
    columns = text.count
  }

  private var seconds: Double { started.duration(to: .now) / .seconds(1) }
}

extension UpdateProgress {
  /// "indexing 1,234 of 100,000 articles, 512 a second, 3 min left".
  func sentence(seconds: Double) -> String {
    switch phase {
    case .comparing:
      guard let total else { return "comparing the files with the index" }
      return "making the words anew of \(grouped(done)) of \(grouped(total)) articles"
    case .finishing: return "finishing the index"
    case .reading: break
    }
    var text = "indexing \(grouped(done))"
    if let total { text += " of \(grouped(total))" }
    text += " articles"
    let rate = seconds > 0 ? Double(done) / seconds : 0
    guard done > 0, seconds >= 1, rate >= 0.1 else { return text }
    text +=
      rate < 10 ? ", \(Double(Int(rate * 10)) / 10) a second" : ", \(grouped(Int(rate))) a second"
    if let total, total > done { text += ", \(duration(Double(total - done) / rate)) left" }
    return text
  }
}

/// "1,234,567".
func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text += "," }
    text.append(digit)
  }
  return text
}

/// "40 s", "3 min", "2 h 5 min".
func duration(_ seconds: Double) -> String {
  let whole = Int(seconds.rounded(.up))
  switch whole {
  case ..<90: return "\(whole) s"
  case ..<5400: return "\((whole + 30) / 60) min"
  default: return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
