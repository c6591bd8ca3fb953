// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QCoreApplication;

namespace hierascope::widgets {

/// The codes of the languages that the window speaks: "en", and one for each translation.
QStringList languageCodes();

/// The language for a locale such as "de_AT" or "zh_CN": the nearest that there is, else "en".
QString languageFor(const QString& locale);

/// Makes texts and numbers of the application follow a language; called before the window is made.
///
/// @param code one of `languageCodes`
void useLanguage(QCoreApplication& application, const QString& code);

} // namespace hierascope::widgets
