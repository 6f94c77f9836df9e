package org.lagroups.node.state;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a node keeps what is its own. By the XDG Base Directory Specification settings and state
 * have folders apart; a home named explicitly holds both.
 *
 * @param config the folder of the settings
 * @param state the folder of everything else
 */
public record HomeFolder(Path config, Path state) {

  /** The environment variable that names a home like {@code --home} does. */
  public static final String VARIABLE = "LAG_HOME";

  private static final String NAME = "lagroups";

  /** Everything in one folder. */
  public static HomeFolder at(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    return new HomeFolder(absolute, absolute);
  }

  /**
   * The home that the environment asks for: {@link #VARIABLE}, or else the XDG folders.
   *
   * @param environment such as {@link System#getenv()}
   * @param userHome the user's own folder
   */
  public static HomeFolder standard(Map<String, String> environment, Path userHome) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isEmpty()) {
      return at(Path.of(named));
    }
    Function<String, @Nullable Path> xdg = name -> absoluteOrNull(environment.get(name));
    Path config = orElse(xdg.apply("XDG_CONFIG_HOME"), userHome.resolve(".config"));
    Path state = orElse(xdg.apply("XDG_STATE_HOME"), userHome.resolve(".local/state"));
    return new HomeFolder(config.resolve(NAME), state.resolve(NAME));
  }

  /** The settings, for people to edit. */
  public Path configFile() {
    return config.resolve("config.toml");
  }

  /** The secret keys. */
  public Path keystore() {
    return state.resolve("identity.p12");
  }

  /** The public keys, so that a question for the ID needs no passphrase. */
  public Path identityFile() {
    return state.resolve("identity.json");
  }

  /** The database. */
  public Path database() {
    return state.resolve("state.db");
  }

  /** Held by the process that runs the node. */
  public Path lockFile() {
    return state.resolve("lock");
  }

  /** Where the control API of the running node is. */
  public Path controlFile() {
    return state.resolve("control.json");
  }

  /** The secret that opens the control API. */
  public Path controlToken() {
    return state.resolve("control-token");
  }

  /** The log, one JSON object a line. */
  public Path logFile() {
    return state.resolve("log").resolve("node.jsonl");
  }

  /** The folder of a module's own files. */
  public Path moduleFolder(String module) {
    return state.resolve("modules").resolve(module);
  }

  /** How to name this home on a command line, for hints. */
  public String option() {
    return "--home " + state;
  }

  private static Path orElse(@Nullable Path path, Path otherwise) {
    return path == null ? otherwise : path;
  }

  /** XDG: a path that is not absolute is ignored. */
  private static @Nullable Path absoluteOrNull(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    Path path = Path.of(text);
    return path.isAbsolute() ? path : null;
  }
}
