// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/LookAround.hpp"

#include "engine/obs/camera/LookAround.hpp"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace vitrina::studio {

void lookAround(QObject* context, std::function<void(const engine::Surroundings&)> then) {
    // The pointer is looked at on the GUI thread only, where its object lives.
    QThreadPool::globalInstance()->start([held = QPointer<QObject>(context), then = std::move(then)] {
        auto seen = std::make_shared<engine::Surroundings>(engine::obs::lookAround());
        QMetaObject::invokeMethod(
            qApp,
            [held, then, seen] {
                if (held)
                    then(*seen);
            },
            Qt::QueuedConnection);
    });
}

} // namespace vitrina::studio
