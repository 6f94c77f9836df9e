package org.lagroups.node.runtime.monitor.answer;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.lagroups.core.monitor.ask.AnswerSource;
import org.lagroups.core.monitor.ask.Question;
import org.lagroups.machine.Bytes;
import org.lagroups.node.state.tables.LoopTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers by looking for oneself. An answer is a SHA-256 of what was found, so that any fits into a
 * message.
 */
public final class NetworkAnswers implements AnswerSource {

  /** After so long a look-up gives up. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** So many look-ups run at once; to what is asked beyond there is no answer. */
  static final int MAX_RUNNING = 8;

  private static final Logger LOG = LoggerFactory.getLogger(NetworkAnswers.class);

  private final LoopTimer loop;
  private final Lookup names;
  private final Lookup keys = new KeyLookup();
  private final Lookup pages = new HttpLookup();
  private final Semaphore free = new Semaphore(MAX_RUNNING);

  /** By the system's resolver. */
  public NetworkAnswers(LoopTimer loop) {
    this(loop, "dns:");
  }

  /**
   * By another resolver.
   *
   * @param resolver a URL such as {@code dns://127.0.0.1:5353}, by the DNS provider of JNDI
   */
  public NetworkAnswers(LoopTimer loop, String resolver) {
    this.loop = loop;
    this.names = new DnsLookup(resolver);
  }

  @Override
  public void find(Question question, Consumer<Optional<Bytes>> done) {
    if (!free.tryAcquire()) {
      loop.execute(() -> done.accept(Optional.empty()));
      return;
    }
    Thread.ofVirtual()
        .name("lag-answer")
        .start(() -> {
          Optional<Bytes> answer = Optional.empty();
          try {
            answer = Optional.of(lookup(question.kind()).find(question.subject()));
          } catch (IOException | RuntimeException e) {
            LOG.atDebug().setCause(e).addKeyValue("question", question).log("no answer found");
          } finally {
            free.release();
            Optional<Bytes> found = answer;
            loop.execute(() -> done.accept(found));
          }
        });
  }

  private Lookup lookup(Question.Kind kind) {
    return switch (kind) {
      case DNS -> names;
      case KEY -> keys;
      case HTTP -> pages;
    };
  }
}
