/// A table from lemmas, which are small numbers, to values.
struct LemmaMap<Value: Sendable>: Sendable {
  private var numbers: [Int32] = []
  private var values: [Value] = []

  /// The value kept for a lemma, or nil. Setting nil is not supported: entries are never removed.
  subscript(lemma: LemmaTable.Lemma) -> Value? {
    get {
      let index = Int(lemma)
      return index < numbers.count && numbers[index] >= 0 ? values[Int(numbers[index])] : nil
    }
    set {
      guard let newValue else { return }
      let index = Int(lemma)
      while numbers.count <= index { numbers.append(-1) }
      if numbers[index] >= 0 {
        values[Int(numbers[index])] = newValue
      } else {
        numbers[index] = Int32(values.count)
        values.append(newValue)
      }
    }
  }
}
