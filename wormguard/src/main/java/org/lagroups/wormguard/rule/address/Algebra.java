package org.lagroups.wormguard.rule.address;

import java.util.Collection;
import org.lagroups.wormguard.rule.text.Mistake;

/** What a list in a rule is made of: addresses or ports. */
sealed interface Algebra<S> {

  /** Addresses. */
  Algebra<AddressSet> ADDRESSES = new Addresses();

  /** Ports. */
  Algebra<PortSet> PORTS = new Ports();

  /** An element that is no list and no variable. */
  S element(String keyword, String text) throws Mistake;

  S any();

  /** Everything in one of these. */
  S union(Collection<S> sets);

  S minus(S left, S right);

  boolean isEmpty(S set);

  /** Of addresses. */
  final class Addresses implements Algebra<AddressSet> {

    private Addresses() {}

    @Override
    public AddressSet element(String keyword, String text) throws Mistake {
      return AddressText.parse(keyword, text);
    }

    @Override
    public AddressSet any() {
      return AddressSet.ANY;
    }

    @Override
    public AddressSet union(Collection<AddressSet> sets) {
      return AddressSet.union(sets);
    }

    @Override
    public AddressSet minus(AddressSet left, AddressSet right) {
      return left.minus(right);
    }

    @Override
    public boolean isEmpty(AddressSet set) {
      return set.isEmpty();
    }
  }

  /** Of ports. */
  final class Ports implements Algebra<PortSet> {

    private Ports() {}

    @Override
    public PortSet element(String keyword, String text) throws Mistake {
      return PortText.parse(keyword, text);
    }

    @Override
    public PortSet any() {
      return PortSet.ANY;
    }

    @Override
    public PortSet union(Collection<PortSet> sets) {
      return PortSet.union(sets);
    }

    @Override
    public PortSet minus(PortSet left, PortSet right) {
      return left.minus(right);
    }

    @Override
    public boolean isEmpty(PortSet set) {
      return set.isEmpty();
    }
  }
}
