import Evaluation
import Foundation
import Testing
import TextModel

/// Compares our figures with those of the data set's scoring script, on systems made from the gold by
/// random mistakes. Skipped where the data or Python is absent.
@Suite struct ScoreScriptTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/quotation").path
  static let python = "/usr/bin/env"
  static var available: Bool {
    FileManager.default.fileExists(atPath: folder + "/score.py")
      && FileManager.default.fileExists(atPath: folder + "/dev")
      && (try? run(["python3", "--version"])) != nil
  }

  @Test("agrees with score.py", .enabled(if: available), arguments: [UInt64(1), 2, 3])
  func agreement(seed: UInt64) throws {
    let documents = try readGold(folder: Self.folder + "/dev")
    var random = SplitMix(state: seed)
    var systems: [String: [Statement]] = [:]
    for document in documents {
      systems[document.document] = corrupted(document, &random)
    }
    let report = evaluate(documents, bootstrap: 20) { name, _ in systems[name] ?? [] }

    let file = FileManager.default.temporaryDirectory
      .appending(path: "evaluation-\(seed)-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    let lines = documents.map { jsonLine($0, systems[$0.document] ?? []) }
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    let output = try Self.run([
      "python3", Self.folder + "/score.py", Self.folder + "/dev", file.path, "--json",
      "--bootstrap", "20",
    ])
    let theirs = try #require(numbers(output))
    let ours = try #require(numbers(Data(report.json.utf8)))
    #expect(theirs.count > 150)
    for (key, value) in theirs {
      let mine = try #require(ours[key], "\(key) is missing")
      #expect(abs(mine - value) < 0.0005, "seed \(seed), \(key): \(mine) instead of \(value)")
    }
  }

  private static func run(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileReadUnknown) }
    return data
  }

  /// All numbers of a JSON object by their path.
  private func numbers(_ data: Data) -> [String: Double]? {
    guard let root = try? JSONSerialization.jsonObject(with: data) else { return nil }
    var result: [String: Double] = [:]
    func collect(_ value: Any, _ path: String) {
      if let object = value as? [String: Any] {
        for (key, value) in object { collect(value, path + "/" + key) }
      } else if let list = value as? [Any] {
        for (index, value) in list.enumerated() { collect(value, path + "/\(index)") }
      } else if let number = value as? NSNumber {
        result[path] = number.doubleValue
      }
    }
    collect(root, "")
    return result
  }

  private func jsonLine(_ document: GoldDocument, _ statements: [Statement]) -> String {
    let offsets = CodePointOffsets(document.text)
    let entries = statements.map { statement in
      func spans(_ spans: [TextSpan]) -> String { "\(spans.map { offsets.pair($0) })" }
      return """
        {"type":"\(statement.type.rawValue)","medium":"\(statement.medium.rawValue)",\
        "quote":\(spans(statement.quote)),"speaker":\(spans(statement.speaker)),\
        "cue":\(spans(statement.cue)),"frame":\(spans(statement.frame)),\
        "addressee":\(spans(statement.addressee))}
        """
    }
    return
      "{\"document\":\"\(document.document)\",\"statements\":[\(entries.joined(separator: ","))]}"
  }

  /// The gold with statements dropped, invented, shortened, lengthened, mistyped and misattributed.
  private func corrupted(_ document: GoldDocument, _ random: inout SplitMix) -> [Statement] {
    var result: [Statement] = []
    let last = document.tokens.count - 1
    for gold in document.statements where random.below(5) > 0 {
      var changed = gold
      if random.below(3) == 0, let first = changed.quote.first, first.count > 1 {
        changed.quote[0] = first.lowerBound + random.below(first.count)..<first.upperBound
      }
      if random.below(3) == 0, let end = changed.quote.last, end.upperBound < last {
        changed.quote[changed.quote.count - 1] = end.lowerBound..<end.upperBound + 1
      }
      if random.below(4) == 0 { changed.type = ReportedSpeech.allCases[random.below(5)] }
      if random.below(4) == 0 { changed.medium = Medium.allCases[random.below(7)] }
      if random.below(5) == 0 { changed.speaker = [] }
      if random.below(5) == 0, let first = changed.speaker.first {
        changed.speaker = [max(0, first.lowerBound - random.below(4))..<first.upperBound]
      }
      if random.below(5) == 0 { swap(&changed.cue, &changed.frame) }
      result.append(statement(changed, in: document))
    }
    for _ in 0..<random.below(4) where last > 3 {
      let begin = random.below(last)
      let invented = GoldStatement(
        type: ReportedSpeech.allCases[random.below(5)], medium: .speech,
        quote: [begin..<min(last, begin + 1 + random.below(9))],
        speaker: [begin..<begin + 1], cue: [], frame: [begin..<begin + 1])
      result.append(statement(invented, in: document))
    }
    return result
  }
}

/// A small generator of reproducible mistakes (SplitMix64).
struct SplitMix {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }
}
