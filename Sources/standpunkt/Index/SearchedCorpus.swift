import ArgumentParser
import ArticleAnalysis
import CorpusIndex
import CorpusStore
import NewsArchive
import TextModel

/// The corpus of a batch command that asks questions: in memory, or through its index, which is brought up to
/// date first.
struct SearchedCorpus {
  let store: any CorpusStore
  /// 0 all went well, 1 some inputs could not be read.
  let exitCode: ExitCode

  /// - Parameter damaged: an index file that is to be made anew, see `IndexStore.damagedFile`.
  init(_ corpus: CorpusOptions, _ place: IndexOptions, damaged: UInt64? = nil) throws {
    if case .index(let location) = CorpusPlan(corpus, place),
      let indexed = try Self.indexed(corpus, place, location, damaged: damaged)
    {
      self = indexed
      return
    }
    var source = ArticleSource(corpus)
    store = try LoadedCorpus.load(&source).store
    exitCode = source.exitCode
  }

  /// Whether nothing was found damaged so far.
  var isWhole: Bool { (store as? IndexStore)?.damagedFile == nil }

  private init(store: any CorpusStore, exitCode: ExitCode) {
    self.store = store
    self.exitCode = exitCode
  }

  /// Nil when there can be no index, so that the corpus has to be read into memory.
  private static func indexed(
    _ corpus: CorpusOptions, _ place: IndexOptions, _ location: IndexLocation, damaged: UInt64?
  ) throws -> SearchedCorpus? {
    let files = UserFiles(paths: corpus.paths)
    var update = try place.update(
      paths: corpus.paths, include: corpus.include, learned: corpus.reading.weights, files)
    update.patience = .giveUp
    update.damagedFile = damaged
    let findings = ArticleWalker(paths: corpus.paths, include: corpus.include).walk()
    guard findings.isAnythingThere(of: corpus.paths) || IndexStore.exists(at: location) else {
      return nil
    }
    var line = ProgressLine()
    do {
      _ = try update.run(findings) { sentence in
        line.clear()
        StandardError.say(displayable(sentence))
      } progress: {
        line.show($0)
        return true
      }
      line.clear()
    } catch let failure as IndexFailure {
      line.clear()
      // What is in the index already is better than nothing, and the reason is said.
      StandardError.say(displayable(failure.description))
    }
    let analysing = ArticleAnalysing(reader: update.reader, analyser: update.analyser)
    let store: IndexStore
    do {
      store = try IndexStore(location, texts: ArticleTexts { analysing })
    } catch {
      guard case IndexFailure.damaged = error, damaged == nil else { return nil }
      return try indexed(corpus, place, location, damaged: location.fileIdentity)
    }
    let problems = store.diagnostics()
    problems.forEach(StandardError.say)
    let hasFailed = problems.contains { $0.severity == .failure }
    return SearchedCorpus(store: store, exitCode: hasFailed ? ExitCode(1) : .success)
  }
}
