package org.lagroups.desktop.transfers;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.files.DownloadPhase;
import org.lagroups.desktop.files.VerdictBox;
import org.lagroups.desktop.files.VerdictModel;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.Screen;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.fileshare.api.DownloadView;

/** The place where one sees what is fetched and was. */
public final class TransfersScreen implements Screen {

  private final Texts texts = Texts.of(TransfersScreen.class);
  private final Desk desk;
  private final TransfersModel model;
  private final VerdictModel verdict;
  private final VerdictBox verdictBox;
  private final Label problem = VerdictBox.problemLine();
  private final Label empty = Parts.muted("");
  private final ListView<DownloadView> list;
  private final VBox root;
  private final Subscription open;

  public TransfersScreen(Desk desk) {
    this.desk = desk;
    model = new TransfersModel(desk.api());
    verdict = new VerdictModel(desk.api(), model::again);
    verdictBox = new VerdictBox("transfers", verdict);
    problem.setId("transfers-problem");
    empty.setId("transfers-empty");
    list = new ListView<>(model.downloads());
    list.setId("transfers-list");
    list.setAccessibleText(texts.get("title"));
    list.setPlaceholder(
        new VBox(
            8,
            empty,
            Parts.button(
                "transfers-search",
                texts.get("toSearch"),
                Feather.SEARCH,
                () -> desk.go().accept(Place.SEARCH))));
    list.setCellFactory(_ -> new TransferCell(new Acts()));
    list.setOnKeyPressed(this::key);
    VBox.setVgrow(list, Priority.ALWAYS);
    root = Parts.page(texts.get("title"), Parts.muted(texts.get("keys")), problem, list);
    open =
        Subscription.combine(
            model.problem().subscribe(why -> VerdictBox.show(problem, why)),
            model.known().subscribe(now -> empty.setText(texts.get(now ? "empty" : "waiting"))),
            verdictBox::close);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void focus() {
    list.requestFocus();
  }

  @Override
  public void close() {
    open.unsubscribe();
    verdict.close();
    model.close();
  }

  /** Enter shows a whole file's folder, Space stops and goes on, Delete gives up. */
  private void key(KeyEvent event) {
    DownloadView chosen = list.getSelectionModel().getSelectedItem();
    if (chosen == null) {
      return;
    }
    Acts acts = new Acts();
    boolean isStopped = DownloadPhase.isStopped(chosen);
    if (event.getCode() == KeyCode.ENTER) {
      acts.reveal(chosen);
    } else if (event.getCode() == KeyCode.SPACE && isStopped) {
      acts.resume(chosen);
    } else if (event.getCode() == KeyCode.SPACE && !chosen.phase().equals("done")) {
      acts.pause(chosen);
    } else if (event.getCode() == KeyCode.DELETE) {
      acts.cancel(chosen);
    }
  }

  private void show(VBox card) {
    card.setMaxSize(480, VBox.USE_PREF_SIZE);
    desk.overlay().show(card);
  }

  private Button hide(String id, String words) {
    return Parts.button(id, words, Feather.X, () -> desk.overlay().hide());
  }

  private final class Acts implements TransferCell.Acts {

    @Override
    public void pause(DownloadView one) {
      model.pause(one);
    }

    @Override
    public void resume(DownloadView one) {
      model.resume(one);
    }

    /** What is only forgotten needs no question; what would be deleted does. */
    @Override
    public void cancel(DownloadView one) {
      if (one.phase().equals("done")) {
        model.cancel(one);
        return;
      }
      Button yes =
          Parts.button(
              "transfers-cancel-yes",
              texts.get("cancel"),
              Feather.TRASH_2,
              () -> {
                desk.overlay().hide();
                model.cancel(one);
              });
      show(
          Parts.card(
              texts.get("cancelTitle"),
              Parts.muted(texts.get("cancelAsk", Shown.line(one.name()))),
              Parts.row(yes, hide("transfers-cancel-no", texts.get("keep")))));
    }

    @Override
    public void reveal(DownloadView one) {
      if (one.path() != null) {
        desk.opener().reveal(one.path());
      }
    }

    @Override
    public void judge(DownloadView one) {
      verdict.show(one.root(), one.verdict());
      verdictBox.about(Shown.name(one.publisherName(), one.publisher()));
      show(
          Parts.card(
              Shown.line(one.name()), verdictBox, hide("transfers-judged", texts.get("close"))));
    }
  }
}
