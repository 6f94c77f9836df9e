package org.lagroups.wormguard.rule.pattern.syntax;

/** Groups that capture nothing, by what stands behind {@code (?}. */
enum GroupKind {
  PLAIN(":"),
  ATOMIC(">"),
  AHEAD("="),
  NOT_AHEAD("!"),
  BEHIND("<="),
  NOT_BEHIND("<!");

  private final String opening;

  GroupKind(String opening) {
    this.opening = opening;
  }

  String opening() {
    return opening;
  }

  Node node(Node body) {
    return switch (this) {
      case PLAIN -> body;
      case ATOMIC -> new Node.Atomic(body);
      case AHEAD -> new Node.Look(body, true, false);
      case NOT_AHEAD -> new Node.Look(body, true, true);
      case BEHIND -> new Node.Look(body, false, false);
      case NOT_BEHIND -> new Node.Look(body, false, true);
    };
  }
}
