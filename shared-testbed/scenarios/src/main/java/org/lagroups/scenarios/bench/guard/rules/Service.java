package org.lagroups.scenarios.bench.guard.rules;

/** What a conversation of the made traffic is about, and so what rules may ask for. */
public enum Service {
  /** Requests with headers; answers of text, and of what is compressed. */
  HTTP(28, 80, true, true),
  /** Encrypted: no rule is about it. */
  TLS(34, 443, true, false),
  /** Text both ways. */
  SMTP(3, 25, true, true),
  /** Binary, with runs of zeros. */
  SMB(6, 445, true, true),
  /** Encrypted streams of short messages, after a line of text. */
  SSH(3, 22, true, true),
  /** A question and an answer. */
  DNS(15, 53, false, true),
  /** Texts of some hundred bytes. */
  SIP(2, 5060, false, true),
  /** Encrypted, many datagrams. */
  QUIC(5, 443, false, false),
  /** Sound: datagrams of one small size. */
  RTP(1, 5004, false, false),
  /** Datagrams larger than a frame, so they come in fragments. */
  NFS(1, 2049, false, false);

  private final int share;
  private final int port;
  private final boolean isTcp;
  private final boolean hasRules;

  Service(int share, int port, boolean isTcp, boolean hasRules) {
    this.share = share;
    this.port = port;
    this.isTcp = isTcp;
    this.hasRules = hasRules;
  }

  /** How many of 100 conversations are about this; the others are pings. */
  public int share() {
    return share;
  }

  /** The server's port. */
  public int port() {
    return port;
  }

  /** Whether it is over TCP; otherwise it is over UDP. */
  public boolean isTcp() {
    return isTcp;
  }

  /** Whether there are rules about it. */
  public boolean hasRules() {
    return hasRules;
  }
}
