package org.lagroups.scenarios.bench.cast.node;

/** What a node does to the chunks that it should pass on. From any thread. */
final class Meddling {

  private volatile Kind kind = Kind.NONE;

  /** Kinds of it. */
  enum Kind {
    /** Passes them on as they are. */
    NONE,
    /** Keeps them. */
    DROP,
    /** Passes on others. */
    CORRUPT
  }

  Kind kind() {
    return kind;
  }

  void begin(Kind what) {
    kind = what;
  }
}
