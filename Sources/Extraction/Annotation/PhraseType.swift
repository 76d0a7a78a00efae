/// The type of the thing that a noun phrase stands for, as GUM annotates it on every mention.
///
/// Amir Zeldes, *The GUM corpus*, https://gucorpling.org/gum/
public enum PhraseType: String, Sendable, CaseIterable {
  case abstract, animal, event, object, organization, person, place, plant, substance, time
}
