package org.lagroups.desktop.screen;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.link.Problem;

/**
 * A dialogue that asks for something, and says right there why it was refused. Putting it away does
 * not take back what the node was asked already.
 */
public abstract class Form extends VBox {

  private final Desk desk;
  private final Label refusal = new Label();
  private final Button done;

  /**
   * A form without fields.
   *
   * @param texts with {@code cancel} among them
   * @param id what the IDs of its parts begin with
   * @param doneWords on the button that has it done
   */
  // Nobody can press its buttons before it is shown.
  @SuppressWarnings("this-escape")
  protected Form(Texts texts, Desk desk, String id, String title, String doneWords) {
    this.desk = desk;
    Label head = new Label(title);
    head.getStyleClass().add(Styles.TITLE_3);
    refusal.setId(id + "-refusal");
    refusal.setWrapText(true);
    refusal.getStyleClass().add(Styles.DANGER);
    done = Parts.button(id + "-do", doneWords, Feather.CHECK, this::tryIt);
    done.setDefaultButton(true);
    done.getStyleClass().add(Styles.ACCENT);
    Button no = Parts.button(id + "-cancel", texts.get("cancel"), Feather.X, this::hide);
    no.setCancelButton(true);
    getChildren().setAll(head, refusal, Parts.row(Parts.space(), no, done));
    getStyleClass().add("dialogue");
    setMaxHeight(Region.USE_PREF_SIZE);
  }

  /** Puts fields between the title and the buttons. */
  protected final void fields(Node... fields) {
    getChildren().addAll(1, List.of(fields));
  }

  /** Asks the node; afterwards either {@link #hide} or {@link #refused} is called. */
  protected abstract void ask();

  /** It is done: takes the form away, unless it is gone already. */
  protected final void hide() {
    desk.overlay().hide(this);
  }

  /** It is done, and can be done once more. */
  protected final void again() {
    done.setDisable(false);
    refusal.setText("");
  }

  /**
   * Says why it was not done; one can try again. Whoever has put the form away meanwhile is told
   * all the same.
   */
  protected final void refused(Problem problem) {
    if (!desk.overlay().shows(this)) {
      desk.notices().tell(problem);
      return;
    }
    done.setDisable(false);
    refusal.setText(Shown.line((problem.message() + " " + problem.hint()).strip(), 400));
  }

  private void tryIt() {
    refusal.setText("");
    done.setDisable(true);
    ask();
  }
}
