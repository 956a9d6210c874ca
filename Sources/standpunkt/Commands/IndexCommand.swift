import ArgumentParser
import ArticleAnalysis
import CorpusIndex
import NewsArchive

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Bring the index of an archive up to date, so that everything else is instant.",
    discussion: """
      Only new and changed articles are read. It may be interrupted at any time and goes on from there the \
      next time. The archive itself is never written to, and the index may be deleted: it is made again.
      """)

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var place: IndexOptions

  @Flag(help: "Make the index anew.")
  var rebuild = false

  @Option(help: ArgumentHelp("Work on so many articles at once.", valueName: "n"))
  var jobs = 1

  func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 1024.")
    }
    if corpus.paths.contains("-") {
      throw ValidationError("standard input cannot be indexed; name folders or files.")
    }
  }

  func run() throws {
    let files = UserFiles(paths: corpus.paths)
    var update = try place.update(of: corpus, files)
    update.jobs = jobs
    update.isRebuild = rebuild
    let findings = ArticleWalker(paths: corpus.paths, include: corpus.include).walk()

    var line = ProgressLine()
    let report: UpdateReport
    do {
      report = try update.run(findings) { sentence in
        line.clear()
        StandardError.say(displayable(sentence))
      } progress: {
        line.show($0)
        return true
      }
    } catch let failure as IndexFailure {
      line.clear()
      throw OutputFailure(displayable(failure.description))
    }
    line.clear()
    let problems = update.analyser.diagnostics + findings.diagnostics + report.problems
    problems.forEach(StandardError.say)
    if StandardError.isTerminal { StandardError.say(report.sentence) }
    if problems.contains(where: { $0.severity == .failure }) { throw ExitCode(1) }
  }
}

/// Where the index lies.
struct IndexOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The index file, for sharing it; otherwise $STANDPUNKT_INDEX, else one a corpus in the cache folder.",
      valueName: "file"))
  var index: String?

  /// What brings the index of a corpus up to date.
  ///
  /// - Throws: when there is no place for an index.
  func update(of corpus: CorpusOptions, _ files: UserFiles) throws -> IndexUpdate {
    guard let location = location(of: corpus) else {
      throw OutputFailure(
        "there is no folder for the index: set XDG_CACHE_HOME or HOME, or name a file with --index."
      )
    }
    let isLearned = corpus.reading == .learned
    return IndexUpdate(
      location: location, reader: ArticleReader(lexicon: files.lexicon),
      analyser: ArticleAnalyser(
        lexicon: files.lexicon, codebooks: files.codebooks, actorLists: files.actorLists,
        learned: isLearned),
      analysis: AnalysisFingerprint(
        lexicon: files.lexicon, codebooks: files.codebooks, actorLists: files.actorLists,
        learned: isLearned),
      lexicon: files.lexicon)
  }

  /// Nil when there is no folder for caches.
  func location(of corpus: CorpusOptions) -> IndexLocation? {
    IndexLocation.standard(
      paths: corpus.paths,
      variant: corpus.include + [corpus.reading == .learned ? "learned" : "rules"], index: index)
  }
}

extension UpdateReport {
  /// "12 articles read, 3 moved, 1 removed; 1,000 in the index".
  var sentence: String {
    var parts = ["\(grouped(parsed)) read"]
    if moved > 0 { parts.append("\(grouped(moved)) moved") }
    if removed > 0 { parts.append("\(grouped(removed)) removed") }
    if failed > 0 { parts.append("\(grouped(failed)) not readable") }
    return parts.joined(separator: ", ") + "; \(grouped(articles)) articles in the index"
  }
}
