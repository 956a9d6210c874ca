/// A made-up news article for measuring. Article number *i* is the same on every machine and in every
/// run, whatever is made before it.
struct GeneratedArticle {
  /// Below the folder, with `/`.
  var path: String
  var text: String

  /// About so many bytes each.
  static let usualBytes = 2500

  init(number: Int, bytes: Int = GeneratedArticle.usualBytes) {
    var random = SeededRandom(seed: UInt64(truncatingIfNeeded: number))
    let year = 2020 + random.below(6)
    let month = 1 + random.below(12)
    let day = 1 + random.below(28)
    var sentences = SentenceMaker(random: random)
    let layout = sentences.random.below(7)
    let iso = "\(year)-\(padded(month, 2))-\(padded(day, 2))"
    let date = Day(year: year, month: month, day: day, iso: iso)
    text = Self.opening(layout, date, &sentences)
    while text.utf8.count < bytes {
      if layout == 5, sentences.random.chance(40) {
        text +=
          "\(padded(sentences.random.below(24), 2)).\(padded(sentences.random.below(60), 2)) Uhr: "
      } else if sentences.random.chance(8) {
        text += sentences.headline() + "\n\n"
      }
      text += sentences.paragraph(sentences: 1 + sentences.random.below(5)) + "\n\n"
    }
    text = String(text.dropLast(2))
    if layout == 1 { text += " (\(sentences.random.pick(Vocabulary.agencies)))" }
    text += "\n"
    let stem = padded(number, 7)
    let file = layout == 6 ? "\(iso) Artikel \(stem).txt" : "artikel-\(stem).txt"
    path = "\(padded(number / 1000, 4))/\(file)"
  }

  private struct Day {
    var year: Int
    var month: Int
    var day: Int
    var iso: String

    var german: String { "\(day). \(Vocabulary.months[month - 1]) \(year)" }
    var numeric: String { "\(padded(day, 2)).\(padded(month, 2)).\(year)" }
  }

  /// What stands above the body, in the layouts that real archives mix.
  private static func opening(
    _ layout: Int, _ date: Day, _ sentences: inout SentenceMaker
  ) -> String {
    let headline = sentences.headline()
    let lead = sentences.paragraph(sentences: 2)
    let place = sentences.place
    let author = sentences.people[0].name
    let agency = sentences.random.pick(Vocabulary.agencies)
    switch layout {
    case 0:
      return """
        \(headline)

        Von: \(author)

        Blick auf \(place) am Morgen. © \(agency)/\(author)

        \(lead)

        \(place) - \(sentences.reported())


        """
    case 1:
      return "\(place) (\(agency)) - \(lead)\n\n"
    case 2:
      return " date \(date.year)-\(padded(date.month, 2)) \(lead)\n\n"
    case 3:
      let kicker = sentences.random.pick(Vocabulary.kickers)
      return "\(kicker) \(headline) Stand: \(date.numeric) 13:46 Uhr\n\n\(lead)\n\n"
    case 4:
      return """
        \(headline)

        Das Wichtigste in Kürze
        \(sentences.reported())
        \(sentences.reported())

        \(lead)


        """
    case 5:
      return "\(headline)\n\nStand: \(date.german), 18:05 Uhr\n\n\(lead)\n\n"
    default:
      return "\(headline)\n\n\(lead)\n\n"
    }
  }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
