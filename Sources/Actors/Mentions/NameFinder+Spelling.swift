import TextModel

extension NameFinder {
  /// A person of the article whose surname is one letter off: long enough, and no other word.
  func misspelt(_ token: Int, _ reading: ArticleReading) -> Int? {
    let first = reading.text.utf8[Int(reading.tokens.begins[token])]
    guard reading.length(token) >= 7, !reading.tokens.flags[token].contains(.hyphenated),
      reading.hasLongSurname(initial: first)
    else { return nil }
    let letters = TitleKey.letters(reading.word(token))
    // The first of the article that fits, of those that are about as long.
    var best: Int?
    for length in letters.count - 1...letters.count + 1 {
      for entity in reading.longSurnames(initial: first, length: length)
      where best.map({ entity < $0 }) ?? true {
        if let name = reading.entities[entity].personName,
          isOneEditAway(letters, name.familyLetters)
        {
          best = entity
        }
      }
    }
    return best
  }
}

/// Whether two words differ by one letter added, left out, exchanged or swapped with its neighbour.
func isOneEditAway(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  guard a != b, abs(a.count - b.count) <= 1 else { return false }
  var start = 0
  while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
  var endA = a.count
  var endB = b.count
  while endA > start, endB > start, a[endA - 1] == b[endB - 1] {
    endA -= 1
    endB -= 1
  }
  let restA = a[start..<endA]
  let restB = b[start..<endB]
  if restA.count <= 1, restB.count <= 1 { return true }
  return restA.count == 2 && restB.count == 2 && restA.first == restB.last
    && restA.last == restB.first
}
