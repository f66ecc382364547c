// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/SceneWords.hpp"

#include <QCoreApplication>

namespace vitrina::ui {
namespace {

struct SceneWords {
    Q_DECLARE_TR_FUNCTIONS(SceneWords)

  public:
    static QString role(SceneRole role) {
        switch (role) {
        case SceneRole::Full:
            return tr("Full");
        case SceneRole::CloseUp:
            return tr("Close-up");
        case SceneRole::PictureInPicture:
            return tr("Picture in picture");
        case SceneRole::SideBySide:
            return tr("Side by side");
        case SceneRole::CloseUpWithHost:
            return tr("Close-up with the host");
        case SceneRole::StartingSoon:
            return tr("Starting soon");
        case SceneRole::Break:
            return tr("Break");
        case SceneRole::Thanks:
            return tr("Thanks");
        case SceneRole::Standby:
            return tr("Standby slate");
        case SceneRole::None:
            break;
        }
        return tr("No role");
    }
    static QString shape(stage::CanvasShape shape) {
        switch (shape) {
        case stage::CanvasShape::Portrait:
            return tr("Portrait");
        case stage::CanvasShape::Square:
            return tr("Square");
        default:
            return tr("Landscape");
        }
    }
    static QString picture(SceneRole role, std::size_t index) {
        switch (role) {
        case SceneRole::SideBySide:
            return index == 0 ? tr("Left or top picture") : tr("Right or bottom picture");
        case SceneRole::PictureInPicture:
        case SceneRole::CloseUpWithHost:
            return index == 0 ? tr("Large picture") : tr("Inset");
        default:
            return tr("Picture");
        }
    }
};

} // namespace

QString roleName(SceneRole role) {
    return SceneWords::role(role);
}

QString shapeName(stage::CanvasShape shape) {
    return SceneWords::shape(shape);
}

QString pictureName(SceneRole role, std::size_t index) {
    return SceneWords::picture(role, index);
}

} // namespace vitrina::ui
