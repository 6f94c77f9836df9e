package org.lagroups.desktop.streams;

import java.net.URI;
import java.util.Optional;
import org.lagroups.multicast.api.CastView;

/** Where a stream that is received goes to, as far as a person can look there. */
final class Outputs {

  private Outputs() {}

  /** Where a player on this machine gets it; nothing if nowhere, or not yet. */
  static Optional<URI> player(CastView view) {
    return view.role().equals(CastView.SENDS)
        ? Optional.empty()
        : view.places().stream().flatMap(place -> Entered.player(place).stream()).findFirst();
  }

  /** The file, on the node's machine, in which it is kept. */
  static Optional<String> file(CastView view) {
    return view.role().equals(CastView.SENDS)
        ? Optional.empty()
        : view.places().stream().filter(place -> !place.contains("://")).findFirst();
  }
}
