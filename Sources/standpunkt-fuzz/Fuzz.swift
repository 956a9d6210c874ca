import ArticleChecks
import Glibc

/// Coverage-guided fuzzing of everything between a file's bytes and its JSON line, by libFuzzer.
/// Built only with `STANDPUNKT_FUZZ=1`; see `make fuzz`.
@main
struct Fuzz {
  static let pipeline = ReadingPipeline()

  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(runFuzzer(&count, &arguments, tryOne))
  }
}

/// libFuzzer's entry for programs with a `main` of their own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// One input: reads it as an article and stops the program when something does not hold.
private func tryOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  // Both ways of finding statements; which one must follow from the input alone.
  guard let reading = Fuzz.pipeline.read(bytes, isLearned: count % 2 == 1) else { return 0 }
  let checks = ArticleChecks(reading.analysed, tokens: reading.tokens, json: reading.json)
  if !checks.violations.isEmpty {
    fatalError(checks.violations.prefix(5).joined(separator: "; "))
  }
  return 0
}
