package org.lagroups.wormguard.runtime.guard;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.wormguard.api.EnforcedRules;

/**
 * Asks the node of a home what is enforced. Where the node is, and the word that opens it, is read
 * at first and whenever it does not answer, as it may have been started again; where that may not
 * be read any more, what was read before stays. For one thread at a time.
 */
public final class HomeNodeRules implements Supplier<EnforcedRules> {

  private final HomeFolder home;
  private @Nullable ControlClient client;

  /** The node of a home, which need not run yet. */
  public HomeNodeRules(HomeFolder home) {
    this.home = home;
  }

  /**
   * Asks it.
   *
   * @throws ControlException if it does not answer
   */
  @Override
  public EnforcedRules get() {
    ControlClient asked = client;
    if (asked == null) {
      asked = ControlClient.of(home);
      client = asked;
    }
    try {
      return asked.get(EnforcedRules.PATH, EnforcedRules.class);
    } catch (ControlException e) {
      renew();
      throw e;
    }
  }

  private void renew() {
    try {
      client = ControlClient.of(home);
    } catch (ControlException _) {
      // It is asked again in a moment.
    }
  }
}
