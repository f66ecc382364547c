// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/VideoView.hpp"
#include "ui/panels/View.hpp"

#include <QAbstractButton>

#include <vector>

namespace vitrina::ui {

/// What a tile of the multiview shows.
struct TileContent {
    SceneId scene;    ///< empty: a camera that has no scene of its own
    SourceId source;  ///< the camera whose health it tells; empty: a scene of several, or of none
    SourceId slide{}; ///< the slide the scene consists of
    bool operator==(const TileContent&) const = default;
};
/// The scenes in their order, then the cameras that no scene shows alone, so that a lost one is seen.
std::vector<TileContent> tilesOf(const stage::SetUp& setUp);

/// A scene or a camera: its picture in a frame that says where it is seen, and its caption with number, name
/// and health, of a camera also with size, rate and level. A press puts the scene in preview; of a camera
/// without a scene it is for its settings.
class SourceTile final : public QAbstractButton {
    Q_OBJECT

  public:
    SourceTile(const Theme& theme, TileContent content, QWidget* parent = nullptr);
    /// `number`: the scene's place in the set-up, from 1; `key`: what puts it in preview.
    void present(const View& view, int number, const QString& key);
    void createSurface(engine::Engine* engine);
    /// The sound of its camera, at the rate of the engine's meters.
    void measured(const engine::Meter& meter);
    VideoView& video() { return *video_; }
    const TileContent& content() const { return content_; }
    const SourceId& source() const { return content_.source; }
    const QString& note() const { return note_; }
    int number() const { return number_; }
    bool hasSound() const { return sound_; }
    bool isMuted() const { return muted_; }
    int levelHeight() const { return level_; } ///< px
    QSize sizeHint() const override { return {120, 84}; }
    static constexpr int captionHeight = 16; ///< with a name of one line
    static constexpr int secondLine = 13;    ///< more for one of two
    void setTwoLines(bool two);

  signals:
    void doublePressed();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    enum class Tally { None, Preview, Program, Lost, LostOnProgram };
    void presentHealth(const View& view, bool program);
    void describe();
    QColor lineColor() const;
    int paintNumber(QPainter& painter, const QRect& caption) const;
    QRect levelRect() const;
    void paintLevel(QPainter& painter) const;
    int captionTop() const;
    void paintWords(QPainter& painter, const QRect& area) const;
    void paintTwoLines(QPainter& painter, const QRect& area) const;

    const Theme& theme_;
    const TileContent content_;
    QString name_;
    QString note_;
    QString format_;
    QString shortFormat_; ///< "720p30", where there is little room
    QString key_;
    int number_ = 0;
    bool troubled_ = false; ///< a picture of the scene is lost
    bool sound_ = false;
    bool twoLines_ = false;
    bool muted_ = false;
    int level_ = 0;
    Tally tally_ = Tally::None;
    VideoView* video_;
};

} // namespace vitrina::ui
