import ArticleChecks
import Glibc
import Testing
import TextModel

/// No bytes may break the way from a file to its JSON line, nor lead to spans outside the text.
@Suite("Any bytes at all")
struct RobustnessTests {
  static let pipeline = ReadingPipeline()
  static let articles = textFiles(below: "corpus")

  @Test("mutated articles keep every invariant", arguments: 0..<16)
  func mutations(seed: Int) throws {
    var mutator = Mutator(random: SeededRandom(seed: UInt64(seed)))
    try #require(Self.articles.count >= 24)
    for round in 0..<125 {
      let one = Self.articles[mutator.random.below(Self.articles.count)]
      let other = Self.articles[mutator.random.below(Self.articles.count)]
      var bytes = mutator.mutate(one, with: other)
      switch round % 20 {
      case 7: bytes = Mutator.utf16(bytes, bigEndian: true)
      case 13: bytes = Mutator.utf16(bytes, bigEndian: false) + [0xD8]
      default: break
      }
      try hold(bytes, "seed \(seed), round \(round)")
    }
  }

  @Test("every prefix of an article keeps every invariant")
  func prefixes() throws {
    let article = try #require(Self.articles.first)
    for count in stride(from: 0, through: article.count, by: 17) {
      try hold(Array(article[..<count]), "the first \(count) bytes")
    }
  }

  @Test(
    "hostile shapes keep every invariant and take their time only",
    arguments: [
      "„", "“", "»", "(", ")", ",", ".", "\"", "„‚", "a", "ä", "A. ", "x, ", "\n", "\r", " ", "-",
      "laut ", "so, ", "sagte ", "dass ", ", dass ", "„a“ ", "Nach Angaben ", "1.", "2023-",
      "\u{301}", "(dpa) ",
      "Herr ", "Putin ", "© ", "Von: ", "Stand: ", "er sei, ", "sagte er, sagte sie. ", "soll ",
    ])
  func repetitions(piece: String) throws {
    let begin = clock()
    try hold(Array(repeatElement(Array(piece.utf8), count: 4000).joined()), "4000 times \(piece)")
    let seconds = Double(clock() - begin) / Double(CLOCKS_PER_SEC)
    // Linear reading of these takes hundredths of a second, even unoptimised and with others at work.
    #expect(seconds < 20, "4000 times '\(piece)' took \(seconds) s")
  }

  /// Statements whose speakers are sought far back in the article: no name, title or noun before may be
  /// looked at again for each of them.
  @Test(
    "the speakers of a long article are found in linear time",
    arguments: [
      "Das sagte ein Sprecher des Amts Nord. ", "„Nein“, sagte die Behörde. ",
      "Das Wasser sei gut, sagte die Zeitung. ",
      "Hafenminister Jan Kowalczyk schwieg. Maria Huber lachte. „Ja“, sagte der Minister. ",
      "Das Wasser sei gut, sagte Nordmann. ", "Die Helfer waren nach eigenen Angaben da, ",
      "Die Jury tagte. Sie sagte, dass Maria Huber irre. ",
    ])
  func speakersOfALongArticle(piece: String) throws {
    // The resolving alone, in the better of two, for others work on the same machine.
    func seconds(_ count: Int) throws -> Double {
      try (0..<2).map { _ in
        let bytes = Array(repeatElement(Array(piece.utf8), count: count).joined())
        return try Self.pipeline.secondsOfResolving(bytes)
      }.min() ?? 0
    }
    let (short, long) = (try seconds(400), try seconds(3_200))
    // Eight times the text: 64 times the time if it were quadratic.
    #expect(long < 20 * short + 0.05, "'\(piece)': \(short) s, eight times as long \(long) s")
  }

  @Test("inputs that once broke it stay mended")
  func crashers() throws {
    for bytes in filesOf("Tests/RobustnessTests/Crashers") { try hold(bytes, "a kept crasher") }
  }

  /// The last input tried is in the message of a failed check; a trap stops the run with its seed above.
  private func hold(_ bytes: [UInt8], _ name: String) throws {
    for isLearned in [false, true] {
      guard
        let reading = Self.pipeline.read(
          bytes, path: "2023/artikel 2023-03-31.txt", isLearned: isLearned)
      else { return }
      let checks = ArticleChecks(reading.analysed, tokens: reading.tokens, json: reading.json)
      #expect(
        checks.violations.isEmpty, "\(name), learned \(isLearned): \(checks.violations.prefix(3))")
    }
  }
}

private let packageRoot =
  "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

/// The articles of a folder of the package, sorted by path.
private func textFiles(below folder: String) -> [[UInt8]] {
  paths(below: "\(packageRoot)/\(folder)").filter { $0.hasSuffix(".txt") }.sorted().map(content)
}

private func filesOf(_ folder: String) -> [[UInt8]] {
  paths(below: "\(packageRoot)/\(folder)").sorted().map(content)
}

private func paths(below folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var result: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name.hasPrefix(".") { continue }
    let path = "\(folder)/\(name)"
    if entry.pointee.d_type == UInt8(DT_DIR) {
      result += paths(below: path)
    } else {
      result.append(path)
    }
  }
  return result
}

private func content(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
  return bytes
}
