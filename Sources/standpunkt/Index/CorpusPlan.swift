import ArticleAnalysis
import CorpusIndex
import Glibc
import NewsArchive

/// How a corpus is read: all of it into memory, or through its index.
///
/// Some hundred files are read in less time than a person needs to look at the screen, are then as fresh as
/// the files themselves and leave nothing behind; more than that, and whatever has an index already, go
/// through the index.
enum CorpusPlan {
  case memory
  case index(IndexLocation)
  /// The cache folder cannot be written: an index in the memory's own file system, for as long as the
  /// explorer runs, so that the process that makes it can share it.
  case temporaryIndex

  /// Folders of more files get an index.
  static let mostInMemory = 300

  init(_ corpus: CorpusOptions, _ place: IndexOptions) {
    guard !corpus.paths.contains("-"), let location = place.location(of: corpus) else {
      self = .memory
      return
    }
    if location.isNamedByUser || IndexStore.exists(at: location) {
      self = .index(location)
      return
    }
    let count = ArticleWalker(paths: corpus.paths, include: corpus.include).walk().inputs.count
    if count <= Self.mostInMemory {
      self = .memory
    } else if location.canBeMade {
      self = .index(location)
    } else if access(TemporaryIndex.parent, W_OK) == 0 {
      self = .temporaryIndex
    } else {
      self = .memory
    }
  }
}

extension CorpusOptions {
  /// What reads single articles behind an index, prepared when first needed.
  func articleTexts() -> ArticleTexts {
    let options = self
    return ArticleTexts {
      let files = UserFiles(paths: options.paths)
      return ArticleAnalysing(
        reader: ArticleReader(lexicon: files.lexicon),
        analyser: ArticleAnalyser(
          lexicon: files.lexicon, codebooks: files.codebooks, actorLists: files.actorLists,
          learned: options.reading.weights))
    }
  }

  /// The arguments that name the same corpus to another command.
  var arguments: [String] {
    include.flatMap { ["--include", $0] }
      + (reading.map { $0 == .learned ? ["--learned"] : ["--rules-only"] } ?? [])
      + ["--"] + paths
  }
}

extension IndexOptions {
  /// Where the index of a corpus lies; nil when there is no folder for caches.
  func location(of corpus: CorpusOptions) -> IndexLocation? {
    location(
      paths: corpus.paths, include: corpus.include, learned: corpus.reading.weights)
  }

  /// The arguments of the child that brings the index up to date.
  ///
  /// - Parameters:
  ///   - path: the index file, if it is another than these options name.
  ///   - damaged: the file that is to be made anew, see `IndexStore.damagedFile`.
  func childArguments(
    _ corpus: CorpusOptions, at path: String? = nil, damaged: UInt64? = nil
  ) -> [String] {
    let jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    return ["index", "--child", "--jobs", "\(jobs)"]
      + (damaged.map { ["--mend", "\($0)"] } ?? [])
      + ((path ?? index).map { ["--index", $0] } ?? [])
      + corpus.arguments
  }
}
