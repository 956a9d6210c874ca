/// Why an index could not be opened or written; each describes itself in one sentence that says what to do.
public enum IndexFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is something at the path that is no index of ours, so that it is left alone.
  case foreign(path: String)
  /// An index of another version of the program; it has to be made anew.
  case outdated(path: String)
  /// The file is not a whole database any more; it has to be made anew.
  case damaged(path: String, reason: String)
  /// There is no index yet.
  case missing(path: String)
  /// The file or its folder cannot be read or written.
  case inaccessible(path: String, reason: String)
  /// The index can be read, but not by this user written.
  case readOnly(path: String)
  case diskFull(path: String)
  /// Another process is writing.
  case busy(path: String)
  /// Too many articles of one day; made anew, the index has room again.
  case exhausted(path: String)
  /// The index has to be made anew, and so many of its articles came from JSON lines: it has the only copy.
  case holdsTexts(reason: String, articles: Int)
  /// The index has to be made anew, and lines that were read are gone.
  case loadingEnded(reason: String)

  /// Whether making the index anew mends it.
  public var isMendedByRebuilding: Bool {
    switch self {
    case .outdated, .damaged, .exhausted: true
    case .foreign, .missing, .inaccessible, .readOnly, .diskFull, .busy, .holdsTexts, .loadingEnded:
      false
    }
  }

  public var description: String {
    switch self {
    case .foreign(let path):
      "\(path) is not an index of standpunkt and was left alone; name another file with --index"
    case .outdated(let path):
      "the index \(path) was made by another version of standpunkt; it has to be made anew"
    case .damaged(let path, let reason):
      "the index \(path) is damaged (\(reason)); it has to be made anew"
    case .missing(let path):
      "there is no index at \(path) yet; standpunkt index makes one"
    case .inaccessible(let path, let reason):
      "the index \(path) cannot be used: \(reason)"
    case .readOnly(let path):
      "the index \(path) may only be read by you: it is used as it is, what is new in the archive is not in it"
    case .diskFull(let path):
      "the disk is full: free some space for \(path) and run again, the work goes on where it stopped"
    case .busy(let path):
      "the index \(path) is being written by another process"
    case .exhausted(let path):
      "the index \(path) has no numbers left for one of its days; it has to be made anew"
    case .holdsTexts(let reason, let articles):
      "\(reason), but it holds the only copy of the texts of \(articles) articles loaded from JSON lines: "
        + "load them into another file, or give them up with standpunkt index --rebuild"
    case .loadingEnded(let reason):
      "\(reason): load all lines again with standpunkt index --rebuild"
    }
  }
}
