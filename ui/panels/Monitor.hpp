// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/InfoStrip.hpp"
#include "ui/panels/VideoView.hpp"
#include "ui/panels/View.hpp"
#include "ui/widgets/Button.hpp"
#include "ui/widgets/Labels.hpp"

#include <QFrame>

class QPainterPath;

namespace vitrina::ui {

enum class MonitorKind { None, Preview, Program };

/// Preview or program: a frame with the tally, the picture and the strip with what belongs to it. The frame
/// is red only when the engine has confirmed that something is on air.
class Monitor final : public QFrame {
    Q_OBJECT

  public:
    Monitor(const Theme& theme, Art& art, MonitorKind kind, QWidget* parent = nullptr);

    void present(const View& view);
    void setCompact(bool compact);
    VideoView& video() { return *video_; }
    InfoStrip& strip() { return *strip_; }
    Button* cardButton() { return card_; }
    bool tallyOn() const { return lit_; }
    /// Height for a width: picture in 16:9 between title and strip.
    int heightFor(int width) const;

  signals:
    void cardToggled(bool on);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void showPreview(const View& view);
    void showProgram(const View& view);
    void setHint(const QString& icon, const QString& words, const QColor& color);
    void arrange();
    void paintTally(QPainter& painter, const QRect& title, const QPainterPath& outline) const;
    void paintNames(QPainter& painter, const QRect& area) const;
    QString tallyWord() const;
    int tallyWidth() const;

    const Theme& theme_;
    const MonitorKind kind_;
    bool lit_ = false;
    bool dashed_ = false;
    bool compact_ = false;
    QString scene_;
    QString hintIcon_;
    QString hint_;
    QColor hintColor_;
    QString key_; ///< puts the scene in preview
    VideoView* video_;
    InfoStrip* strip_;
    Button* card_ = nullptr;
};

} // namespace vitrina::ui
