import ArticleAnalysis
import NewsArchive
import TextModel

/// Looks at one file and tells what has to change in the index; may be used by several threads at once.
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

  func look(at task: KnownFiles.Task) -> Finding {
    var task = task
    do {
      let bytes = try reader.bytes(of: task.input)
      task.hash = ContentHash.of(bytes)
      if let known = task.known, known.isCurrent, known.hash == task.hash,
        known.size == Int64(bytes.count),
        known.document == TermHash.of(task.input.document.utf8)
      {
        return .change(.touch(file: known.file, task.stamp))
      }
      if task.known == nil, vanished[task.hash] != nil {
        return .moved(hash: task.hash, task)
      }
      return .change(try parse(task, bytes))
    } catch {
      return .change(failure(task, error))
    }
  }

  /// Parses a file whatever is known of it.
  func parse(_ task: KnownFiles.Task) -> IndexChange {
    do {
      return try parse(task, try reader.bytes(of: task.input))
    } catch {
      return failure(task, error)
    }
  }

  private func parse(
    _ task: KnownFiles.Task, _ bytes: [UInt8]
  ) throws(Diagnostic) -> IndexChange {
    var problems: [Diagnostic] = []
    let article = try reader.read(task.input, bytes: bytes) { problems.append($0) }
    let entry = maker.entry(of: analyser.analyse(article))
    return .store(
      entry,
      source: .file(
        task.known?.file, task.stamp, isSameText: task.known?.hash == task.hash),
      problems: problems)
  }

  private func failure(_ task: KnownFiles.Task, _ problem: Diagnostic) -> IndexChange {
    .fail(file: task.known?.file, task.stamp, problems: [problem])
  }
}
