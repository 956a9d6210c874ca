import Glibc

/// The program under test and its files, found from where the tests lie.
enum BuiltProgram {
  /// Beside the test bundle, which the build puts into the folder of the products.
  static let path: String = folder(of: "/proc/self/exe") + "/standpunkt"

  /// The package's root.
  static let root: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(4)
    return "/" + parts.joined(separator: "/")
  }()

  static var corpus: String { root + "/corpus" }

  private static func folder(of link: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(link, &buffer, buffer.count)
    guard count > 0 else { return "." }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
  }
}
