import GermanLanguage
import TextModel

/// Reads a date from an article's path: "… (2006-03-27).txt", "2023-03-31 …", "20230331_…",
/// "31.03.2023 …", folders "2023/03/31".
///
/// A year in a file's name is part of a title more often than a date and does not count; a folder that
/// consists of a year does.
enum FileNameDate {
  /// - Returns: a day, month or year; nil when the path names none, or the name two different days.
  static func date(ofPath path: String) -> EDTF.Point? {
    let parts = path.split(separator: "/").map { Array($0.utf8) }
    guard let name = parts.last else { return nil }
    if let point = date(inName: name) { return point }
    return date(inFolders: parts.dropLast())
  }

  private static func date(inName name: [UInt8]) -> EDTF.Point? {
    var found: EDTF.Point?
    var at = 0
    while at < name.count {
      guard isDigit(name[at]), at == 0 || !isDigit(name[at - 1]) else {
        at += 1
        continue
      }
      if let (point, end) = point(name, at) {
        if let found, found.days != point.days { return nil }
        found = point
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  private static func point(_ name: [UInt8], _ at: Int) -> (EDTF.Point, Int)? {
    for separator in "-_.".utf8 {
      if let iso = name.isoDate(at: at, to: name.count, separator: separator),
        case .point(let point) = iso.value
      {
        switch point {
        case .day, .second: return (.day(CalendarDate(dayNumber: point.days.lowerBound)), iso.end)
        // "2023-03" is a month only where no further digits follow.
        case .month where separator == UInt8(ascii: "-"): return (point, iso.end)
        default: break
        }
      }
    }
    if let number = name.number(at: at, to: name.count), number.end == at + 8,
      isRecent(number.value / 10000),
      let day = CalendarDate(
        year: number.value / 10000, month: number.value / 100 % 100, day: number.value % 100)
    {
      return (.day(day), number.end)
    }
    if let german = name.germanNumericDate(at: at, to: name.count),
      case .point(let point) = german.value
    {
      return (point, german.end)
    }
    return nil
  }

  private static func date(inFolders folders: ArraySlice<[UInt8]>) -> EDTF.Point? {
    var best: EDTF.Point?
    for index in folders.indices {
      let folder = folders[index]
      if let iso = folder.isoDate(at: 0, to: folder.count), iso.end == folder.count,
        case .point(let point) = iso.value
      {
        best = point
      } else if folder.count == 4, let year = folder.number(at: 0, to: 4), isRecent(year.value) {
        best = .year(year.value)
        func part(_ offset: Int) -> Int? {
          guard index + offset < folders.endIndex, folders[index + offset].count <= 2,
            let number = folders[index + offset].number(at: 0, to: folders[index + offset].count),
            number.end == folders[index + offset].count
          else { return nil }
          return number.value
        }
        if let month = part(1), (1...12).contains(month) {
          best = .month(year: year.value, month: month)
          if let day = part(2), let date = CalendarDate(year: year.value, month: month, day: day) {
            best = .day(date)
          }
        }
      }
    }
    return best
  }

  private static func isRecent(_ year: Int) -> Bool { (1900...2100).contains(year) }
}
