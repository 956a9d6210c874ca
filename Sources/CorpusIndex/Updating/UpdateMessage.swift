import TextModel

/// What `standpunkt index --child` tells the program that started it: one line each on standard output, fields
/// separated by tabs.
///
/// The child runs with low priority. It writes whenever an article is done, but at most ten lines a second, and so
/// ends at the first article after the one who reads them has gone; what it has stored stays, and the next run
/// goes on from there.
public enum UpdateMessage: Sendable, Equatable {
  case progress(UpdateProgress)
  /// A sentence that the user should read.
  case note(String)
  /// Everything is done. Articles in the index, and whether anything changed.
  case finished(articles: Int, changed: Bool)
  /// Another process writes the index; nothing was done.
  case busy
  /// It could not go on, with the reason as a sentence.
  case failed(String)

  public var line: String {
    switch self {
    case .progress(let progress):
      "\(progress.phase.rawValue)\t\(progress.done)\t\(progress.total.map { String($0) } ?? "-")"
        + "\t\(progress.stored)\n"
    case .note(let sentence): "note\t\(oneLine(sentence))\n"
    case .finished(let articles, let changed): "finished\t\(articles)\t\(changed ? 1 : 0)\n"
    case .busy: "busy\n"
    case .failed(let sentence): "failed\t\(oneLine(sentence))\n"
    }
  }

  /// Reads a line, with or without its line feed; nil for one that another version wrote.
  public init?(line: some StringProtocol) {
    let fields = line.split(separator: "\n", omittingEmptySubsequences: false)[0]
      .split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false).map { String($0) }
    switch fields[0] {
    case "note" where fields.count == 2: self = .note(fields[1])
    case "failed" where fields.count == 2: self = .failed(fields[1])
    case "busy": self = .busy
    case "finished":
      guard fields.count == 3, let articles = Int(fields[1]) else { return nil }
      self = .finished(articles: articles, changed: fields[2] == "1")
    default:
      guard fields.count == 4, let phase = UpdateProgress.Phase(rawValue: fields[0]),
        let done = Int(fields[1]), let stored = Int(fields[3])
      else { return nil }
      self = .progress(
        UpdateProgress(phase: phase, done: done, total: Int(fields[2]), stored: stored))
    }
  }
}
