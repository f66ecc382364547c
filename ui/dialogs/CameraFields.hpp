// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Surroundings.hpp"
#include "stage/SourceAddress.hpp"
#include "ui/theme/Theme.hpp"
#include "ui/widgets/Button.hpp"

#include <QTimer>
#include <QWidget>

#include <array>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

/// The parts of the camera dialog. Each fills in its share of a value and says when a person has changed it.
namespace vitrina::ui {

class QrCode;

/// A camera that comes to us: port and key, and what to type into the phone. The key, and the code that holds
/// it, are seen only while they are asked for: screens are shared.
class ListenFields final : public QWidget {
    Q_OBJECT

  public:
    explicit ListenFields(const Theme& theme, QWidget* parent = nullptr);
    void setForm(const stage::CameraForm& form);
    void fill(stage::CameraForm& form) const;
    void setAddresses(const std::vector<std::string>& addresses);
    bool showsKey() const { return shown_->isChecked(); }
    QString shownAddress() const;
    QLineEdit& key() { return *key_; }
    QSpinBox& port() { return *port_; }
    Button& showButton() { return *shown_; }

  signals:
    void changed();

  private:
    void present();
    stage::CameraForm form() const;
    std::string host() const;

    stage::SourceKind kind_ = stage::SourceKind::None;
    QSpinBox* port_;
    QLineEdit* key_;
    QComboBox* host_;
    QLabel* address_;
    QLabel* hidden_;
    QrCode* code_;
    Button* shown_;
    QTimer hide_; ///< forgotten on screen, it hides itself
};

/// One of what was found: webcams, screens, windows; of a webcam also what is to be held.
class ChoiceFields final : public QWidget {
    Q_OBJECT

  public:
    explicit ChoiceFields(const Theme& theme, QWidget* parent = nullptr);
    void setChoice(stage::SourceKind kind, const QString& address,
                   const std::vector<stage::CameraControl>& held);
    void setSurroundings(const engine::Surroundings& around);
    QString address() const;
    QString chosenName() const; ///< for the camera's name; empty when nothing is chosen
    std::vector<stage::CameraControl> held() const;
    QComboBox& choice() { return *choice_; }

  signals:
    void changed();
    void lookAsked();

  private:
    struct Lock {
        QCheckBox* held = nullptr;
        QSpinBox* value = nullptr;
        engine::WebcamControl control;
    };
    void present();
    void presentLocks();

    stage::SourceKind kind_ = stage::SourceKind::None;
    QString wanted_; ///< kept in the list when it is not there just now
    std::vector<stage::CameraControl> wantedHeld_;
    engine::Surroundings around_;
    QComboBox* choice_;
    std::array<Lock, 3> locks_;
};

/// How the picture is turned and what is cut off it.
class LookFields final : public QWidget {
    Q_OBJECT

  public:
    explicit LookFields(const Theme& theme, QWidget* parent = nullptr);
    void setLook(int rotation, const stage::Crop& crop);
    int rotation() const;
    stage::Crop crop() const;

  private:
    QComboBox* rotation_;
    std::array<QSpinBox*, 4> crop_; ///< left, right, top, bottom, in hundredths
};

/// A label before its field, which it names for those who hear the window.
QLabel* fieldLabel(const Theme& theme, const QString& words, QWidget* field);

} // namespace vitrina::ui
