package org.lagroups.desktop.firstrun;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Joining;
import org.lagroups.desktop.link.Problem;
import org.lagroups.fileshare.api.AddFolder;
import org.lagroups.fileshare.api.FolderView;
import org.lagroups.machine.GroupId;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.CreateInvitation;
import org.lagroups.node.control.api.GroupCreated;
import org.lagroups.node.control.api.InvitationCreated;

/**
 * The way from a closed window to a running node. Friends come before the folder, since a folder is
 * shared with a group.
 */
final class FirstRunModel implements AutoCloseable {

  /** Where one is. */
  enum Step {
    NAME,
    STARTING,
    PASSPHRASE,
    FAILED,
    FRIENDS,
    FOLDER,
    DONE
  }

  private static final char[] NO_PASSPHRASE = {};

  private final Api api;
  private final OwnNode node;
  private final Joining joining;
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.STARTING);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper isBusy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper invitation = new ReadOnlyStringWrapper("");
  private String name = "";
  private @Nullable GroupId group;
  private @Nullable Answer<?> pending;

  FirstRunModel(Api api, OwnNode node) {
    this.api = api;
    this.node = node;
    joining = new Joining(api);
    if (node.isNew()) {
      step.set(Step.NAME);
    } else {
      start(NO_PASSPHRASE);
    }
  }

  ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }

  /** Why the last thing asked for was not done; null if it was. */
  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether something is under way, meanwhile no other thing is begun. */
  ReadOnlyBooleanProperty isBusy() {
    return isBusy.getReadOnlyProperty();
  }

  /** The link for a friend; empty before {@link #invite}. */
  ReadOnlyStringProperty invitation() {
    return invitation.getReadOnlyProperty();
  }

  /** Whether the steps of a first run are gone through. */
  boolean isFirst() {
    return node.isNew();
  }

  /** Starts the node under a name, which may be empty. */
  void name(String chosen) {
    name = chosen.strip();
    start(NO_PASSPHRASE);
  }

  /** Tries the same again, with a passphrase. */
  void passphrase(char[] typed) {
    start(typed);
  }

  /** Tries the same again. */
  void again() {
    start(NO_PASSPHRASE);
  }

  /** Makes a link for a friend, in a group that is made for it if there is none yet. */
  void invite() {
    inGroup(own ->
        ask(
            api.post(
                "/v1/groups/" + own + "/invitations",
                new CreateInvitation(null),
                InvitationCreated.class),
            made -> invitation.set(made.link())));
  }

  /** Joins by a friend's link. */
  void join(String link) {
    if (isBusy.get()) {
      return;
    }
    problem.set(null);
    isBusy.set(true);
    joining.begin(
        link,
        joined -> {
          group = joined;
          go(Step.FOLDER);
        },
        this::refused);
  }

  /** Shares a folder with the group joined or made last. */
  void share(String path) {
    inGroup(with ->
        ask(
            api.post(
                "/v1/share/folders", new AddFolder(path.strip(), List.of(with)), FolderView.class),
            _ -> go(Step.DONE)));
  }

  /** Goes on without doing what this step is for. */
  void next() {
    switch (step.get()) {
      case NAME -> name("");
      case FRIENDS -> go(Step.FOLDER);
      case FOLDER -> go(Step.DONE);
      default -> throw new IllegalStateException("there is no going on from " + step.get());
    }
  }

  /** Goes back; what is under way is waited for no longer, and a joining taken back. */
  void back() {
    switch (step.get()) {
      case FRIENDS, FAILED -> go(Step.NAME);
      case FOLDER -> go(Step.FRIENDS);
      default -> throw new IllegalStateException("there is no way back from " + step.get());
    }
  }

  @Override
  public void close() {
    letGo();
  }

  private void start(char[] passphrase) {
    if (isBusy.get()) {
      return;
    }
    go(Step.STARTING);
    isBusy.set(true);
    pending =
        node.start(name, passphrase)
            .then(_ -> {
              isBusy.set(false);
              go(isFirst() ? Step.FRIENDS : Step.DONE);
            })
            .otherwise(why -> {
              isBusy.set(false);
              go(stepAfter(why));
              problem.set(why);
            });
  }

  private Step stepAfter(Problem why) {
    return switch (why.code()) {
      case OwnNode.PASSPHRASE -> Step.PASSPHRASE;
      case OwnNode.CONFIG -> isFirst() ? Step.NAME : Step.FAILED;
      default -> Step.FAILED;
    };
  }

  private void inGroup(Consumer<GroupId> use) {
    if (isBusy.get()) {
      return;
    }
    GroupId known = group;
    if (known != null) {
      use.accept(known);
      return;
    }
    ask(
        api.post("/v1/groups", new CreateGroup(null, null), GroupCreated.class),
        made -> {
          group = made.group();
          use.accept(made.group());
        });
  }

  private <T> void ask(Answer<T> answer, Consumer<T> use) {
    problem.set(null);
    isBusy.set(true);
    pending = answer;
    answer
        .then(value -> {
          isBusy.set(false);
          use.accept(value);
        })
        .otherwise(this::refused);
  }

  private void refused(Problem why) {
    isBusy.set(false);
    problem.set(why);
  }

  private void go(Step next) {
    letGo();
    problem.set(null);
    step.set(next);
  }

  private void letGo() {
    joining.cancel();
    if (pending != null) {
      pending.cancel();
      pending = null;
    }
    isBusy.set(false);
  }
}
