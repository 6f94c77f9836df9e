package org.lagroups.core.testing;

import java.util.List;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.Withdrawal;
import org.lagroups.machine.NodeAddress;

/** What an advertisement says, but with some of it replaced. */
public final class Altered {

  private final LinkStateAdvertisement content;
  private long sequence;
  private long expiryMillis;
  private String name;
  private List<NodeAddress> addresses;
  private List<Entry> entries;
  private List<Withdrawal> withdrawals;

  private Altered(LinkStateAdvertisement content) {
    this.content = content;
    this.sequence = content.sequence();
    this.expiryMillis = content.expiryMillis();
    this.name = content.name();
    this.addresses = content.addresses();
    this.entries = content.entries();
    this.withdrawals = content.withdrawals();
  }

  /** Nothing replaced so far. */
  public static Altered of(LinkStateAdvertisement content) {
    return new Altered(content);
  }

  /** With this sequence. */
  public Altered sequence(long other) {
    sequence = other;
    return this;
  }

  /** Ending then. */
  public Altered expiry(long otherMillis) {
    expiryMillis = otherMillis;
    return this;
  }

  /** Of an attester with this name. */
  public Altered name(String other) {
    name = other;
    return this;
  }

  /** Of an attester that is there. */
  public Altered addresses(NodeAddress... others) {
    addresses = List.of(others);
    return this;
  }

  /** With these attestations. */
  public Altered entries(List<Entry> others) {
    entries = List.copyOf(others);
    return this;
  }

  /** With these withdrawals. */
  public Altered withdrawals(Withdrawal... others) {
    withdrawals = List.of(others);
    return this;
  }

  /** What it says now. */
  public LinkStateAdvertisement content() {
    return content(content.leaving());
  }

  /** What it says as the attester's last word, in which it attests to nobody. */
  public LinkStateAdvertisement leaving() {
    entries = List.of();
    return content(true);
  }

  private LinkStateAdvertisement content(boolean leaving) {
    return new LinkStateAdvertisement(
        content.group(),
        content.attester(),
        sequence,
        expiryMillis,
        name,
        addresses,
        entries,
        withdrawals,
        leaving);
  }
}
