"""The Django application beside which bin/bench measures: loopback only, invented people only.

PEER_DATABASE is a path (SQLite) or postgresql://user@host:port/name.
"""

import os
from urllib.parse import urlsplit

SECRET_KEY = "only-for-measurements-on-this-machine-with-invented-people"
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "cases"]
# What `startproject` gives a new site, without the parts that no page here uses.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "cases.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
            ]
        },
    }
]

# Written down durably, as the product does it: WAL with a sync at every commit.
DURABLE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-64000;"


def database(place: str) -> dict:
    address = urlsplit(place)
    if address.scheme:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": address.path[1:],
            "USER": address.username,
            "HOST": address.hostname,
            "PORT": address.port,
            "CONN_MAX_AGE": None,
        }
    options = {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": DURABLE}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": place, "CONN_MAX_AGE": None, "OPTIONS": options}


DATABASES = {"default": database(os.environ["PEER_DATABASE"])}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "da"
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
LOGIN_URL = "/sign-in"
LOGIN_REDIRECT_URL = "/referrals"
