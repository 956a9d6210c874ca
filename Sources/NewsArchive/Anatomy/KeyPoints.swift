import GermanLanguage
import TextModel

extension LayoutDraft {
  /// Reads the box "Das Wichtigste in Kürze": its label, alone or glued in front of the first point, and
  /// the points after it.
  ///
  /// Points are alike: one sentence each, none much longer than those before. The first paragraph that
  /// is not ends the box; a box without two points is none, and only its label is taken.
  mutating func takeKeyPoints() {
    for index in parts.indices.prefix(40) {
      let part = parts[index]
      var first = index
      if part.role == .furniture {
        guard isBoxLabel(part), let next = nextContent(after: index) else { continue }
        first = next
      } else if part.role == .open,
        let labelEnd = lexicon.boxLabels.match(bytes, at: part.begin, to: part.end)
      {
        var begin = labelEnd
        if begin < part.end, bytes[begin] == UInt8(ascii: ":") { begin += 1 }
        let labelStop = begin
        begin = bytes.skipSpace(from: begin, to: part.end)
        // Glued: the label must be followed by a new beginning, and the paragraph must be a point.
        guard begin > labelStop, begin < part.end,
          bytes.isCapital(at: begin) || bytes.dash(at: begin) > 0,
          part.end - begin <= 260
        else { continue }
        // "Auf einen Blick Richtung Osten" is no label: it takes more points to make a box.
        guard let next = nextContent(after: index), parts[next].role == .open,
          isPoint(parts[next], longest: 0), isGluedLabel(part, labelEnd)
        else { continue }
        addNonProse(.boxLabel, part.begin, labelEnd)
        parts[index].begin = begin
      } else {
        continue
      }
      takePoints(from: first)
      return
    }
  }

  private func isGluedLabel(_ part: Part, _ labelEnd: Int) -> Bool {
    // A label of one word is too weak to be found inside a line.
    (part.begin..<labelEnd).contains { bytes[$0] == 0x20 }
  }

  private mutating func takePoints(from first: Int) {
    var points: [Int] = []
    var longest = 0
    var index: Int? = first
    while let at = index, points.count < 8, parts[at].role == .open,
      isPoint(parts[at], longest: longest)
    {
      // Where everything stands line by line, a box is closed by the first empty line after it.
      if parts[at].afterBlankLine, let last = points.last, points.count > 1,
        !parts[last].afterBlankLine
      {
        break
      }
      points.append(at)
      longest = max(longest, parts[at].count)
      index = nextContent(after: at)
      if let next = index, next > at + 1, !points.isEmpty { break }
    }
    guard points.count >= 2 else { return }
    for point in points {
      var begin = parts[point].begin
      while begin < parts[point].end,
        bytes.dash(at: begin) > 0 || bytes.scalar(at: begin) == 0x2022
          || bytes[begin] == UInt8(ascii: "*")
      {
        begin += max(1, max(bytes.dash(at: begin), bytes.scalar(at: begin) == 0x2022 ? 3 : 1))
        begin = bytes.skipSpace(from: begin, to: parts[point].end)
      }
      if begin < parts[point].end { parts[point].begin = begin }
      parts[point].role = .keyPoint
      anatomy.keyPoints.append(parts[point].span)
    }
  }

  private func isPoint(_ part: Part, longest: Int) -> Bool {
    guard part.count <= 260, sentences(part, upTo: 3) <= (longest == 0 ? 2 : 1) else {
      return false
    }
    return longest == 0 || part.count <= max(120, longest * 2)
  }
}
