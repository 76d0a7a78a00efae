/// The closed lists that the tokeniser looks words up in; all entries are in lower case.
enum WordLists {
  /// Abbreviations that keep their full stop wherever they stand, without that full stop.
  static let abbreviations: Set<String> = words(
    """
    mr mrs ms dr prof rev hon sen rep reps gov gen lt col maj capt cmdr sgt adm brig cpl pvt supt
    st ste mt ft messrs mme mlle jr sr esq ph pres vp
    inc corp co cos ltd bros llc plc assn dept univ govt
    vs al e.g i.e eg ie cf viz approx ca c.f a.k.a ibid op cit
    jan feb aug sept oct nov dec
    ave blvd rd hwy pkwy vol vols fig figs eds est div ext attn arrv
    wed thur thurs tue tues
    calif mass conn fla ga ill ind kan ky mich minn miss mo neb nev okla ore pa tenn tex va wash wis
    ala ariz ark colo
    yrs hrs mins lbs oz
    """)

  /// Abbreviations that are words of their own in lower case.
  static let capitalisedOnly: Set<String> = words(
    """
    gen rep reps col maj pa ind ill mass miss mo va est ore wash mt ga dec st gov co pres hon ms ste
    nov rev sen sept ky
    """)

  /// Abbreviations that keep their full stop only before a number.
  static let beforeNumber: Set<String> = words(
    "no nos p pp art sec ch mar apr jun jul sat sun fri mon tel c ca v par para")

  /// Abbreviations that keep their full stop only before a capital letter, and are capitalised.
  static let beforeCapital: Set<String> = words(
    "sat sun fri mon mar apr jun jul gen sec dist asst cllr insp amb min chap ed eng fr")

  /// First parts of hyphenated words that the treebanks do not cut off.
  static let boundPrefixes: Set<String> = words(
    """
    non e re anti co pre pro mid cross post over multi ex sub counter semi mini neo socio psycho
    inter intra un micro arch trans ultra extra pseudo proto
    """)

  /// Last parts of hyphenated words that the treebanks do not cut off.
  static let boundSuffixes: Set<String> = words("esque wise fold ish e")

  /// Words that begin with an apostrophe of their own, and clitics that stand alone.
  static let elided: Set<String> = words(
    "'s 'm 'd 'll 're 've 'em 'til 'cause 'bout 'n 'twas 'tis 'round")

  /// Clitics written with an apostrophe, longest first.
  static let clitics: [[Unicode.Scalar]] = ["'ll", "'re", "'ve", "'s", "'m", "'d"].map {
    Array($0.unicodeScalars)
  }

  /// Words written as one that are several, with the lengths of their parts.
  static let contractions: [String: [Int]] = [
    "cannot": [3, 3], "gonna": [3, 2], "wanna": [3, 2], "gotta": [3, 2], "gimme": [3, 2],
    "lemme": [3, 2], "dunno": [2, 1, 2], "outta": [3, 2], "d'ye": [2, 2],
    "dont": [2, 2], "doesnt": [4, 2], "didnt": [3, 2], "cant": [2, 2], "wont": [2, 2],
    "isnt": [2, 2], "wasnt": [3, 2], "werent": [4, 2], "havent": [4, 2], "hasnt": [3, 2],
    "hadnt": [3, 2], "couldnt": [5, 2], "wouldnt": [5, 2], "shouldnt": [6, 2], "arent": [3, 2],
    "aint": [2, 2], "im": [1, 1], "ive": [1, 2], "youve": [3, 2], "theyve": [4, 2],
    "thats": [4, 1], "whats": [4, 1], "theres": [5, 1], "heres": [4, 1], "youre": [3, 2],
    "theyre": [4, 2], "youll": [3, 2], "theyll": [4, 2], "lets": [3, 1], "hes": [2, 1],
    "shes": [3, 1],
  ]

  /// Units that are cut off the number they are glued to.
  static let units: Set<String> = words(
    """
    am pm a.m p.m a.m. p.m. k m bn mn tn mm cm km kg mg g gm lb lbs oz ft yd mi mph kph kmh kb mb
    gb tb hz khz mhz ghz kw mw gw kwh mwh gwh kv hr hrs min mins sec secs yr yrs yo ml cl l ha nm
    ms px bps c f
    """)

  /// Units that are cut off only where a sign of currency precedes, or the number has a fraction.
  static let doubtfulUnits: Set<String> = words("m b g c f l ms mi yo")

  /// Two or three single letters with a slash that are one word.
  static let slashed: Set<String> = words("w/o l/c i/c n/a s/he i/o a/c")

  /// Last parts of internet names.
  static let topLevelDomains: Set<String> = words(
    """
    com org net edu gov mil int info biz io tv co me eu uk us ca au nz ie de fr it es pt nl be ch at
    dk no se fi pl cz sk hu ro bg gr tr ru ua by ge am az ir iq il in pk cn tw hk jp kr sg my id ph
    vn th br mx ar cl za ng ke eg html htm news
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
