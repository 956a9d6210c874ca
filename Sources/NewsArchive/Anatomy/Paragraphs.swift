import GermanLanguage

/// Splits a text into paragraphs: lines, or runs of lines where the text is wrapped at a fixed width.
///
/// Line ends are LF, CR LF and CR. White space around a line belongs to none.
///
/// A text of more than `maximumParagraphs` lines is no article; what follows them is one paragraph, so that
/// memory stays within a few times the text's size.
///
/// - Complexity: O(*n*); empty lines cost nothing but their bytes.
func splitParagraphs(_ bytes: [UInt8]) -> [LayoutDraft.Part] {
  var lines: [LayoutDraft.Part] = []
  var at = 0
  var blank = false
  while at < bytes.count {
    if lines.count == maximumParagraphs {
      let begin = bytes.skipSpace(from: at, to: bytes.count)
      let end = bytes.trimEnd(from: begin, to: bytes.count)
      if begin < end { lines.append(.init(begin: begin, end: end, afterBlankLine: blank)) }
      break
    }
    var end = at
    bytes.withUnsafeBufferPointer { pointer in
      while end < pointer.count, pointer[end] != 0x0A, pointer[end] != 0x0D { end += 1 }
    }
    let begin = bytes.skipSpace(from: at, to: end)
    let trimmed = bytes.trimEnd(from: begin, to: end)
    if begin < trimmed {
      lines.append(.init(begin: begin, end: trimmed, afterBlankLine: blank || lines.isEmpty))
      blank = false
    } else {
      blank = true
    }
    if end < bytes.count, bytes[end] == 0x0D, end + 1 < bytes.count, bytes[end + 1] == 0x0A {
      end += 1
    }
    at = end + 1
  }
  return isWrapped(lines, bytes) ? joinedLines(lines) : lines
}

private let maximumParagraphs = 200_000

/// Whether lines are cut at a fixed width rather than at the ends of paragraphs: many go on in the next
/// with a small letter, and none is long.
private func isWrapped(_ lines: [LayoutDraft.Part], _ bytes: [UInt8]) -> Bool {
  var joints = 0
  var goingOn = 0
  for (line, next) in zip(lines, lines.dropFirst()) where !next.afterBlankLine {
    if line.count > 140 { return false }
    joints += 1
    if bytes.isSmall(at: next.begin) { goingOn += 1 }
  }
  return joints >= 3 && goingOn * 4 >= joints
}

private func joinedLines(_ lines: [LayoutDraft.Part]) -> [LayoutDraft.Part] {
  var paragraphs: [LayoutDraft.Part] = []
  for line in lines {
    if line.afterBlankLine || paragraphs.isEmpty {
      paragraphs.append(line)
    } else {
      paragraphs[paragraphs.count - 1].end = line.end
    }
  }
  return paragraphs
}
