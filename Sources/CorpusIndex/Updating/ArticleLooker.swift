import ArticleAnalysis
import NewsArchive
import TextModel

/// Looks at files and tells what has to change in the index; may be used by several threads at once.
struct ArticleLooker: Sendable {
  let reader: ArticleReader
  let analyser: ArticleAnalyser
  let maker: EntryMaker
  /// Files that are gone, by the hash of their bytes: what turns up again under another name is moved.
  let vanished: [UInt64: [KnownFiles.Known]]

  enum Finding: Sendable {
    case change(IndexChange)
    /// The bytes of a file that is gone; if that one is taken already, the file has to be parsed.
    case moved(hash: UInt64, KnownFiles.Task)
  }

  /// Looks at some files together; what has to be parsed is parsed as one batch.
  func look(at tasks: [KnownFiles.Task]) -> [Finding] {
    var findings: [Finding?] = Array(repeating: nil, count: tasks.count)
    var batch = ArticleBatch<Int>()
    var parsed: [(task: KnownFiles.Task, problems: [Diagnostic])?] = findings.map { _ in nil }
    func analyse() {
      for (place, article) in batch.analyse(with: analyser) {
        guard let (task, problems) = parsed[place] else { continue }
        findings[place] = .change(store(article, task, problems))
      }
    }
    for (place, task) in tasks.enumerated() {
      var task = task
      do {
        let bytes = try reader.bytes(of: task.input)
        task.hash = ContentHash.of(bytes)
        if let known = unchanged(task, bytes) {
          findings[place] = .change(.touch(file: known.file, task.stamp))
        } else if task.known == nil, vanished[task.hash] != nil {
          findings[place] = .moved(hash: task.hash, task)
        } else {
          var problems: [Diagnostic] = []
          batch.add(
            try reader.read(task.input, bytes: bytes) { problems.append($0) }, label: place)
          parsed[place] = (task, problems)
          if batch.isFull { analyse() }
        }
      } catch {
        findings[place] = .change(failure(task, error))
      }
    }
    analyse()
    return findings.compactMap { $0 }
  }

  /// What is known of a file, if it still holds.
  private func unchanged(_ task: KnownFiles.Task, _ bytes: [UInt8]) -> KnownFiles.Known? {
    guard let known = task.known, known.isCurrent, known.hash == task.hash,
      known.size == Int64(bytes.count), known.document == TermHash.of(task.input.document.utf8)
    else { return nil }
    return known
  }

  /// Parses a file whatever is known of it.
  func parse(_ task: KnownFiles.Task) -> IndexChange {
    do {
      var problems: [Diagnostic] = []
      let article = try reader.read(task.input, bytes: try reader.bytes(of: task.input)) {
        problems.append($0)
      }
      return store(analyser.analyse(article), task, problems)
    } catch {
      return failure(task, error)
    }
  }

  private func store(
    _ article: AnalysedArticle, _ task: KnownFiles.Task, _ problems: [Diagnostic]
  ) -> IndexChange {
    .store(
      maker.entry(of: article),
      source: .file(
        task.known?.file, task.stamp, isSameText: task.known?.hash == task.hash),
      problems: problems)
  }

  private func failure(_ task: KnownFiles.Task, _ problem: Diagnostic) -> IndexChange {
    .fail(file: task.known?.file, task.stamp, problems: [problem])
  }
}
