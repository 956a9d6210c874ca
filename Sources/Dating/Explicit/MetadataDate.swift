import GermanLanguage
import TextModel

/// Reads the `date` field that came with an article: EDTF, ISO 8601 with or without a time and zone, or
/// German digits ("31.03.2023, 13:46").
enum MetadataDate {
  static func date(_ text: String) -> EDTF? {
    let trimmed = text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" })
      .joined(separator: " ")
    if let edtf = EDTF(trimmed) { return edtf }
    let finder = Array(trimmed.utf8)
    let numeric =
      finder.isoDate(at: 0, to: finder.count) ?? finder.germanNumericDate(at: 0, to: finder.count)
    guard let numeric, case .point(let point) = numeric.value else { return nil }
    return .point(point)
  }
}
