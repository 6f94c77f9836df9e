package org.lagroups.desktop.start;

import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.firstrun.OwnNode;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Problem;
import org.lagroups.node.process.LogSetup;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.config.ConfigFile;
import org.lagroups.node.state.identity.Passphrase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node that the window runs itself. It is started and ended on a thread of its own, one thing
 * after the other; {@link #close} may be called from any thread.
 */
public final class EmbeddedNode implements OwnNode, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedNode.class);

  /** Longer than any node takes; then the process ends as if it had been killed. */
  private static final long PATIENCE_SECONDS = 60;

  private final HomeFolder home;
  private final Map<String, String> environment;
  private final Executor ui;
  private final boolean isNew;
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("lag-ui-node").daemon().factory());

  /** Touched by the work's thread alone. */
  private @Nullable NodeProcess running;

  /**
   * Not started yet.
   *
   * @param environment may have the keystore's passphrase
   * @param ui runs what it is given on the JavaFX thread
   */
  public EmbeddedNode(HomeFolder home, Map<String, String> environment, Executor ui) {
    this.home = home;
    this.environment = Map.copyOf(environment);
    this.ui = ui;
    isNew = !Files.exists(home.keystore()) && !Files.exists(home.identityFile());
  }

  @Override
  public boolean isNew() {
    return isNew;
  }

  @Override
  public Answer<Boolean> start(String name, char[] passphrase) {
    Answer<Boolean> answer =
        new Answer<>(problem -> LOG.atDebug().log("nobody waits: " + problem.message()));
    work.execute(() -> {
      try {
        startNow(name, passphrase);
        ui.execute(() -> answer.complete(true));
      } catch (RuntimeException | Error e) {
        // Of a library that is missing, too: or the window would wait for ever.
        Problem problem = problem(e);
        ui.execute(() -> answer.fail(problem));
      }
    });
    return answer;
  }

  /** Ends the node, after a start that is under way; waits for that. A second call does nothing. */
  @Override
  public void close() {
    try {
      work.execute(this::end);
    } catch (RejectedExecutionException e) {
      LOG.atDebug().log("the node is being ended already");
    }
    work.shutdown();
    try {
      if (!work.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.atError().log("the node does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void startNow(String name, char[] passphrase) {
    NodeProcess before = running;
    if (before != null) {
      if (name.equals(before.node().config().name())) {
        return;
      }
      end();
    }
    OwnerFiles.createFolder(home.config());
    if (!name.isEmpty() || before != null) {
      ConfigFile.rename(home.configFile(), name);
    }
    LogSetup.quietlyTo(home.logFile(), ConfigFile.readOrCreate(home.configFile()).logLevel());
    running = NodeProcess.start(home, NodeOptions.standard().withPassphrase(given(passphrase)));
  }

  private void end() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  /** What was typed comes before what the environment says; nobody is asked at a terminal. */
  private Passphrase given(char[] typed) {
    return new Passphrase() {
      @Override
      public Optional<char[]> given() {
        return typed.length == 0 ? Passphrase.of(environment).given() : Optional.of(typed);
      }

      @Override
      public Optional<char[]> ask(String question) {
        return Optional.empty();
      }
    };
  }

  private static Problem problem(Throwable e) {
    if (e instanceof StateException state) {
      return new Problem(state.kind().code(), String.valueOf(e.getMessage()), state.hint());
    }
    LOG.atError().setCause(e).log("the node cannot be started");
    return Problem.of(e);
  }
}
