package org.lagroups.node.control.routes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.EventFeed;
import org.lagroups.node.control.api.ConfigChange;
import org.lagroups.node.control.api.ConfigEvents;
import org.lagroups.node.control.api.ConfigView;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.config.ConfigStore;
import org.lagroups.node.state.config.NodeConfig;
import org.lagroups.node.state.config.WrongSettingException;

/** The file of settings: what it says, and other values for it. No secret is in it. */
public final class ConfigRoutes {

  /** More than there are. */
  private static final int MAX_CHANGES = 64;

  private final ConfigStore store;
  private final NodeConfig running;
  private final EventFeed events;

  /**
   * Of a node.
   *
   * @param running with what it runs
   */
  public ConfigRoutes(ConfigStore store, NodeConfig running, EventFeed events) {
    this.store = store;
    this.running = running;
    this.events = events;
  }

  public List<ApiRoute> routes() {
    return List.of(
        ApiRoute.get(
            "/v1/config",
            "The settings, as the file has them and as the node runs.",
            ConfigView.class,
            request -> view()),
        ApiRoute.put(
            "/v1/config",
            "Other values for some settings, in the file: they hold from the next start.",
            ConfigChange.class,
            ConfigView.class,
            (request, body) -> change(body)));
  }

  private ConfigView view() {
    try {
      return ConfigView.of(store.file(), store.read(), running);
    } catch (StateException e) {
      if (e.kind() == StateException.Kind.CONFIG) {
        return ConfigView.of(store.file(), e);
      }
      throw e;
    }
  }

  private ConfigView change(ConfigChange change) {
    Map<String, List<String>> set = Objects.requireNonNull(change.set());
    List<String> reset = Objects.requireNonNull(change.reset());
    if (set.size() + reset.size() > MAX_CHANGES) {
      throw ApiException.badRequest(
          "too-many-settings", "at most " + MAX_CHANGES + " settings are changed at once", "");
    }
    try {
      ConfigView view = ConfigView.of(store.file(), store.change(set, Set.copyOf(reset)), running);
      events.publish(ConfigEvents.CHANGED, new ConfigEvents.Changed(view.file()));
      return view;
    } catch (WrongSettingException e) {
      throw ApiException.badField(e.key(), "bad-setting", e.problem(), e.hint());
    } catch (StateException e) {
      if (e.kind() == StateException.Kind.CONFIG) {
        throw ApiException.conflict("config", String.valueOf(e.getMessage()), e.hint());
      }
      throw e;
    }
  }
}
