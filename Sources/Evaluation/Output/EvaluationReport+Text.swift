extension EvaluationReport {
  /// The figures as tables of text, ending in a line break.
  public var text: String {
    let f = figures
    var lines = [
      "statements: gold \(f.goldStatements)  system \(f.systemStatements)"
        + "  aligned \(f.alignedStatements)"
    ]
    lines += warnings.prefix(10).map { "warning: " + $0 }
    lines += ["", partHeader]
    lines += f.parts.map { part in
      padRight(part.name, 12) + "| " + row(part.macro) + " | " + row(part.micro) + " | "
        + row(part.aligned)
    }
    lines.append("")
    lines.append(
      measure("type", f.type) + "   accuracy of aligned " + percent(f.typeAccuracyOfAligned))
    lines.append(
      measure("medium", f.medium) + "   accuracy of aligned " + percent(f.mediumAccuracyOfAligned))
    lines.append(measure("found", f.found))
    lines.append(measure("exact quote", f.exactQuote))
    lines.append(measure("found with right type", f.foundWithType))
    lines.append(measure("who+what", f.whoAndWhat))
    let s = f.speaker
    lines.append(
      "speaker, \(s.statements) found statements with gold speaker: exact \(percent(s.exact))"
        + "  head \(percent(s.head))  any \(percent(s.anyOverlap))"
        + "  none given \(percent(s.noneGiven)); rightly none \(percent(s.rightlyNone))")
    lines += ["", typeHeader]
    for row in f.byType {
      let shares = [
        row.found, row.exact, row.foundWithType, row.quoteTokenRecall, row.alignedF1,
        row.speakerHead, row.whoAndWhat, row.systemRight, row.systemRightWithType,
      ]
      lines.append(
        padRight(row.type.rawValue, 22) + padLeft("\(row.gold)", 6) + padLeft("\(row.system)", 6)
          + shares.map { "  " + percent($0) }.joined())
    }
    lines.append(
      "(sysok: share of the system's statements of that type that are found statements of any "
        + "gold type)")
    lines += ["", "95 % intervals of F1 (bootstrap over documents)"].prefix(
      intervals.isEmpty ? 0 : 2)
    lines += intervals.map {
      "  " + padRight($0.name, 22) + percent($0.low) + " .." + percent($0.high)
    }
    lines += [""] + calibrationLines
    return lines.joined(separator: "\n") + "\n"
  }

  private var partHeader: String {
    padRight("", 12) + "| macro P      R     F1 | micro P      R     F1 | aligned P    R     F1"
  }

  private var typeHeader: String {
    padRight("gold type", 22) + padLeft("gold", 6) + padLeft("sys", 6)
      + ["found", "exact", "+type", "tok R", "al F1", "spkhd", "wh+wh", "sysok", "+type"]
      .map { padLeft($0, 8) }.joined()
  }

  private func row(_ m: Measure) -> String {
    percent(m.precision) + " " + percent(m.recall) + " " + percent(m.f1)
  }

  private func measure(_ name: String, _ m: Measure) -> String {
    padRight(name, 22) + " P " + percent(m.precision) + "  R " + percent(m.recall) + "  F1 "
      + percent(m.f1)
  }

  private var calibrationLines: [String] {
    let c = calibration
    var lines = [
      "confidence (right: found, with the right speaker)", "  bin         n   mean  right",
    ]
    for bin in c.bins where bin.statements > 0 {
      lines.append(
        "  \(fixed(bin.low, 1))-\(fixed(bin.high, 1))" + padLeft("\(bin.statements)", 6)
          + percent(bin.confidence) + " " + percent(bin.right))
    }
    lines.append(
      "  expected calibration error \(fixed(c.expectedError, 3));"
        + " at >= 0.9: \(percent(c.confidentShare)) % of all, \(percent(c.confidentRight)) % right")
    return lines
  }

  /// The errors of one kind as text, at most `limit` of them, with a place that editors can open.
  public func errorText(_ kind: StatementError.Kind, limit: Int = 30) -> String {
    let chosen = errors.filter { $0.kind == kind }
    var text = "\(kind.rawValue): \(chosen.count)\n"
    for error in chosen.prefix(limit) {
      text += "\n\(error.document):\(error.line):\(error.column)  F1 \(fixed(error.f1, 2))\n"
      text += "   \(error.passage)\n"
      if let side = error.gold { text += described("gold", side) }
      if let side = error.system { text += described("sys ", side) }
    }
    return text
  }

  private func described(_ name: String, _ side: StatementError.Side) -> String {
    "   \(name) \(side.type.rawValue)/\(side.medium.rawValue)"
      + (side.rule.isEmpty ? "" : " by \(side.rule)")
      + "  speaker: \(side.speaker) | cue: \(side.cue) | frame: \(side.frame)\n"
  }
}
