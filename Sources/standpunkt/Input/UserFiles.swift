import ArticleAnalysis
import GermanLanguage
import Glibc
import NewsArchive

/// The data files that the user gives: replaced lexicons, and the codebook and actor list of a corpus.
struct UserFiles {
  var lexicon: LexiconFiles
  /// `codebook.tsv` and `actors.tsv` of the folders named on the command line, in their order.
  var codebooks: [ArticleAnalyser.UserFile] = []
  var actorLists: [ArticleAnalyser.UserFile] = []

  /// Looks into `$XDG_CONFIG_HOME/standpunkt/lexicon/` and into each folder of `paths`.
  init(paths: [String]) {
    var overrides: [String: [UInt8]] = [:]
    if let folder = Self.configurationFolder {
      for name in fileNames(in: folder + "/lexicon") where name.hasSuffix(".tsv") {
        overrides[name] = contents(of: "\(folder)/lexicon/\(name)")
      }
    }
    lexicon = LexiconFiles(overrides: overrides)
    for path in paths where path != "-" {
      let codebook = path + "/codebook.tsv"
      let actors = path + "/actors.tsv"
      if let bytes = contents(of: codebook) {
        codebooks.append((path: codebook, bytes: bytes))
      }
      if let bytes = contents(of: actors) {
        actorLists.append((path: actors, bytes: bytes))
      }
    }
  }

  /// `$XDG_CONFIG_HOME/standpunkt`, else `~/.config/standpunkt`; nil without a home.
  static var configurationFolder: String? {
    if let xdg = getenv("XDG_CONFIG_HOME"), xdg.pointee != 0 {
      return String(cString: xdg) + "/standpunkt"
    }
    guard let home = getenv("HOME"), home.pointee != 0 else { return nil }
    return String(cString: home) + "/.config/standpunkt"
  }
}

/// The names in a folder, sorted; none when it cannot be read.
private func fileNames(in folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    names.append(name)
  }
  return names.sorted()
}

/// The bytes of a small regular file; nil when there is none or it is larger than 16 MiB.
private func contents(of path: String) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
    status.st_size <= 16 << 20
  else { return nil }
  var lines = LineReader(descriptor: descriptor)
  return lines.rest(upTo: TextDecoder.maximumBytes)
}
