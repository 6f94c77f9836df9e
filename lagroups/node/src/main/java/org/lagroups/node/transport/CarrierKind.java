package org.lagroups.node.transport;

/** What carries a connection. Of two, a session sends its lanes over the one that comes first. */
public enum CarrierKind {
  /** TLS 1.3 over TCP: ten times cheaper for bulk, and it tells at once when a process has died. */
  TCP("tcp"),
  /** QUIC: crosses address translators, and carries datagrams. */
  QUIC("quic");

  private final String label;

  CarrierKind(String label) {
    this.label = label;
  }

  /** For people and metrics. */
  public String label() {
    return label;
  }
}
