import ArgumentParser
import ArticleAnalysis
import CorpusIndex
import Glibc
import NewsArchive

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Bring the index of an archive up to date, so that everything else is instant.",
    discussion: """
      Only new and changed articles are read. It may be interrupted at any time and goes on from there the \
      next time. The archive itself is never written to, and the index may be deleted: it is made again.
      """)

  @Argument(
    help: ArgumentHelp("Folders and files to index.", valueName: "path"), completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Also read files of folders whose name matches, such as '*.md'.", valueName: "glob"))
  var include: [String] = []

  @Flag var reading: StatementReading?

  @OptionGroup var place: IndexOptions

  @Flag(help: "Make the index anew.")
  var rebuild = false

  @Option(
    help: ArgumentHelp(
      "Load what extract --with-text wrote; - for standard input.",
      discussion: "With paths, articles whose files lie there are read from them afterwards.",
      valueName: "file"))
  var fromJsonl: String?

  @Option(help: ArgumentHelp("Work on so many articles at once.", valueName: "n"))
  var jobs = 1

  @Flag(help: .hidden)
  var child = false

  /// A file that its reader found damaged.
  @Option(help: .hidden)
  var mend: UInt64?

  func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 1024.")
    }
    if paths.isEmpty, fromJsonl == nil {
      throw ValidationError(
        "Name at least one folder or file of articles, for example: standpunkt index corpus")
    }
    if paths.contains("-") {
      throw ValidationError("standard input cannot be indexed; name folders or files.")
    }
    if paths.isEmpty, fromJsonl == "-", place.index == nil,
      IndexLocation.environment("STANDPUNKT_INDEX") == nil
    {
      throw ValidationError("name the index of standard input with --index FILE.")
    }
  }

  func run() throws {
    let files = UserFiles(paths: paths)
    let sources = paths.isEmpty ? [fromJsonl].compactMap { $0 } : paths
    var update = try place.update(
      paths: sources, include: include, learned: reading.weights, files)
    update.jobs = jobs
    update.isRebuild = rebuild
    update.damagedFile = mend
    let findings = ArticleWalker(paths: paths, include: include).walk()

    if child {
      ChildIndexing().run(update, findings)
      return
    }
    if fromJsonl == nil, !findings.isAnythingThere(of: paths),
      !IndexStore.exists(at: update.location)
    {
      (update.analyser.diagnostics + findings.diagnostics).forEach(StandardError.say)
      throw ExitCode(1)
    }
    var line = ProgressLine()
    var signals = StopSignals()
    func note(_ sentence: String) {
      line.clear()
      StandardError.say(displayable(sentence))
    }
    func progress(_ progress: UpdateProgress) -> Bool {
      signals.holdBack()
      line.show(progress)
      return signals.waiting == nil
    }
    let report: UpdateReport
    var isCutShort = false
    do {
      if let fromJsonl {
        var lines = try JSONLines(path: fromJsonl)
        report = try update.load(
          { lines.next(ifReady: signals.waitForInput) }, files: findings, note: note,
          progress: progress)
        isCutShort = lines.isCutShort
      } else {
        report = try update.run(findings, note: note, progress: progress)
      }
    } catch let failure as IndexFailure {
      line.clear()
      throw OutputFailure(displayable(failure.description))
    }
    line.clear()
    let problems = update.analyser.diagnostics + findings.diagnostics + report.problems
    problems.forEach(StandardError.say)
    if StandardError.isTerminal { StandardError.say(report.sentence) }
    if !report.isComplete || isCutShort, let number = signals.waiting {
      StandardError.say("stopped; the next run goes on from here")
      throw ExitCode(128 + number)
    }
    if problems.contains(where: { $0.severity == .failure }) { throw ExitCode(1) }
  }
}

extension ArticleWalker.Findings {
  /// Whether there is at least one of the paths: of none no index is made. One that is there already is told that all is
  /// gone.
  func isAnythingThere(of paths: [String]) -> Bool {
    !inputs.isEmpty || paths.contains { access($0, F_OK) == 0 }
  }
}

/// The lines of a file of JSON lines, blank ones left out, with their places for messages.
struct JSONLines {
  private var reader: LineReader
  private let path: String
  private var number = 0

  init(path: String) throws {
    self.path = path
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw OutputFailure(
        "\(displayable(path)) cannot be read: \(String(cString: strerror(errno))).")
    }
    reader = LineReader(descriptor: descriptor)
  }

  /// Whether there was more to come when it was told not to read on.
  var isCutShort: Bool { reader.isCutShort }

  /// - Parameter ifReady: waits until the descriptor may be read; false ends the lines, and what is there of an
  ///   unfinished one does not count.
  mutating func next(
    ifReady: (Int32) -> Bool = { _ in true }
  ) -> (bytes: [UInt8], place: String)? {
    while let line = reader.next(ifReady: ifReady) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      return (line, "\(path):\(number)")
    }
    return nil
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
  func update(
    paths: [String], include: [String], learned: LearnedWeights, _ files: UserFiles
  ) throws -> IndexUpdate {
    guard let location = location(paths: paths, include: include, learned: learned) else {
      throw OutputFailure(
        "there is no folder for the index: set XDG_CACHE_HOME or HOME, or name a file with --index."
      )
    }
    return IndexUpdate(
      location: location, reader: ArticleReader(lexicon: files.lexicon),
      analyser: ArticleAnalyser(
        lexicon: files.lexicon, codebooks: files.codebooks, actorLists: files.actorLists,
        learned: learned),
      analysis: AnalysisFingerprint(
        lexicon: files.lexicon, codebooks: files.codebooks, actorLists: files.actorLists,
        learned: learned),
      lexicon: files.lexicon)
  }

  /// Nil when there is no folder for caches.
  func location(paths: [String], include: [String], learned: LearnedWeights) -> IndexLocation? {
    IndexLocation.standard(
      paths: paths, variant: include + [learned.rawValue], index: index)
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
