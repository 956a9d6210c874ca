import TextModel

/// One line of `relations --format jsonl`, closed by a newline.
public func jsonLine(_ relation: StatementRelation) -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.key("from")
    json.string(relation.from.description)
    json.key("to")
    json.string(relation.to.description)
    json.key("kinds")
    json.array(relation.kinds) { $0.string($1.rawValue) }
    json.key("concept")
    json.string(relation.concept?.rawValue)
    json.key("score")
    json.decimal(relation.score)
    json.key("reason")
    json.string(relation.reason)
  }
  json.newline()
  return json.bytes
}
