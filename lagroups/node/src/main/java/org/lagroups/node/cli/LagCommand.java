package org.lagroups.node.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.state.HomeFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command of {@code lag}, annotated with picocli's {@code @Command}. {@code --home} and {@code
 * --json} are understood by all of them.
 *
 * <p>{@link #call} answers the exit code, or throws {@link CommandFailedException} or {@link
 * org.lagroups.node.control.client.ControlException}.
 */
public abstract class LagCommand implements Callable<Integer> {

  /** Exit code: done. */
  protected static final int DONE = 0;

  /** Exit code: failed. */
  protected static final int FAILED = 1;

  @Spec private @Nullable CommandSpec spec;

  /** Where the command prints. */
  protected final Output out() {
    return lag().output();
  }

  /** The node's home folder. */
  protected final HomeFolder home() {
    return lag().homeFolder();
  }

  /** The running node. */
  protected final ControlClient control() {
    return ControlClient.of(home());
  }

  /** The environment variables. */
  protected final Map<String, String> environment() {
    return lag().environment();
  }

  /** A file named on the command line, as an absolute path that also the node understands. */
  protected static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** What a command throws that was asked for in a wrong way. */
  protected final ParameterException usage(String what) {
    return new ParameterException(spec().commandLine(), what);
  }

  private Lag lag() {
    return (Lag) Objects.requireNonNull(spec).root().userObject();
  }

  /** The command within picocli, for a usage error or its help. */
  protected final CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }
}
