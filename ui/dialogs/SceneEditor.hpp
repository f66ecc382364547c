// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "ui/dialogs/Dialog.hpp"
#include "ui/models/SceneDraft.hpp"

#include <array>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace vitrina::ui {

class LayoutView;

/// Changes a scene: its pictures by hand, by keys or by numbers, for each shape of canvas. What is done here
/// is seen by nobody before it is saved. Not modal: the show goes on, and its keys work.
class SceneEditor final : public Dialog {
    Q_OBJECT

  public:
    SceneEditor(const Theme& theme, const stage::SetUp& setUp, const stage::Scene& scene,
                QWidget* parent = nullptr);
    ~SceneEditor() override;

    /// Sources may come, go and be renamed meanwhile.
    void setSetUp(const stage::SetUp& setUp);
    /// After it is shown; `engine` may be null. releaseSurface() before the engine ends.
    void createSurface(engine::Engine* engine);
    void releaseSurface();
    SceneDraft& draft() { return draft_; }
    LayoutView& view() { return *view_; }
    /// Why it could not be saved.
    void showRefusal(const QString& words);

  public slots:
    /// Esc and the window's own button: what is not saved wants a second one.
    void reject() override;

  signals:
    void saveAsked(const vitrina::stage::Scene& scene);

  protected:
    bool event(QEvent* event) override;

  private:
    void buildCanvasRow(QGridLayout& grid);
    void buildScene(QGridLayout& grid, int row);
    void buildItems(QGridLayout& grid, int row);
    void buildNumbers(QGridLayout& grid, int row);
    void fillSources();
    void present();
    void presentNumbers();
    void changeNumber();
    void changePixels();
    template <class Change>
    void change(const Change& what);
    QSize canvasPixels() const;
    Button* small(const QString& words, const QString& tip);

    SceneDraft draft_;
    stage::SetUp setUp_;
    LayoutView* view_;
    QLineEdit* name_;
    QComboBox* role_;
    QComboBox* shape_;
    QListWidget* items_;
    QComboBox* sources_;
    QComboBox* fit_;
    Button* raise_ = nullptr;
    Button* lower_ = nullptr;
    Button* remove_ = nullptr;
    Button* undo_ = nullptr;
    Button* redo_ = nullptr;
    Button* save_ = nullptr;
    QLabel* refusal_ = nullptr;
    std::array<QDoubleSpinBox*, 4> parts_{}; ///< x, y, width, height in hundredths of the canvas
    std::array<QSpinBox*, 4> pixels_{};
    QStringList listed_;
    bool presenting_ = false;
    bool warned_ = false; ///< that something is not saved
};

} // namespace vitrina::ui
